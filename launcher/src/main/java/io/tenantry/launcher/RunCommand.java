package io.tenantry.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tenantry run}: starts everything and stays until it is told to stop. */
@Command(
        name = "run",
        description = "Starts Tenantry and keeps it running until Ctrl-C.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        versionProvider = TenantryCommand.Version.class)
final class RunCommand implements Callable<Integer> {

    private static final int LARGEST_PORT = 65535;

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Option(names = "--demo", description = "Fill in tenants, members and data to look at.")
    private boolean demo;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "HTTP port; 0 takes a free one.")
    private int port;

    @Option(names = "--host", paramLabel = "ADDRESS", defaultValue = "127.0.0.1", description = "Address to listen on.")
    private String host;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            defaultValue = "tenantry-data",
            description = "Database, keys and logs of this installation.")
    private Path dataDirectory;

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            description = {
                "Use this PostgreSQL (jdbc:postgresql://...) instead of the embedded one.",
                "Its roles must exist; their passwords are read from TENANTRY_DB_OWNER_PASSWORD,"
                        + " TENANTRY_DB_APP_PASSWORD and TENANTRY_DB_BATCH_PASSWORD."
            })
    private String databaseUrl;

    @Option(
            names = "--pool-size",
            paramLabel = "N",
            defaultValue = "16",
            description = "Most database connections of requests.")
    private int poolSize;

    @Option(names = "--test-clock", description = "Let platform operators move the time (never in production).")
    private boolean testClock;

    @Option(
            names = "--application",
            paramLabel = "FILE",
            description = "Run this WAR instead of the one that comes with Tenantry.")
    private Path application;

    RunCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return new Launch(settings(), console).run(arguments());
    }

    LaunchSettings settings() {
        require(port >= 0 && port <= LARGEST_PORT, "--port must be between 0 and " + LARGEST_PORT);
        require(poolSize >= 2, "--pool-size must be at least 2");
        require(
                databaseUrl == null || ExternalDatabase.accepts(databaseUrl),
                "--database-url must look like jdbc:postgresql://host:port/database");
        return new LaunchSettings(
                new HttpAddress(host, port),
                dataDirectory.toAbsolutePath().normalize(),
                Optional.ofNullable(databaseUrl),
                Optional.ofNullable(application).map(Path::toAbsolutePath),
                poolSize,
                demo,
                testClock);
    }

    /** The arguments as they were typed, for a process that takes over. */
    private List<String> arguments() {
        return spec.commandLine().getParseResult().originalArgs().stream()
                .skip(1)
                .toList();
    }

    private void require(boolean condition, String message) {
        if (!condition) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }
}
