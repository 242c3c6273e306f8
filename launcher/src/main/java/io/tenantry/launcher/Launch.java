package io.tenantry.launcher;

import java.net.InetAddress;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/** One start of Tenantry: data directory, database, server, application. */
final class Launch {

    private static final int OWNER_CONNECTIONS = 4;
    private static final int BATCH_CONNECTIONS = 4;

    private final LaunchSettings settings;
    private final Console console;
    private final Shutdown shutdown = new Shutdown();

    Launch(LaunchSettings settings, Console console) {
        this.settings = settings;
        this.console = console;
    }

    /** Returns only when the start was handed to another process; a running server ends by a signal. */
    int run(List<String> arguments) {
        HttpAddress address = settings.address().free();
        Path application = application();
        DataDirectory.prepare(settings.dataDirectory());
        shutdown.install();
        Unprivileged.endWithParent();
        if (settings.databaseUrl().isEmpty()) {
            OptionalInt exit = Unprivileged.relaunchIfNeeded(settings.dataDirectory(), arguments, shutdown);
            if (exit.isPresent()) {
                return exit.getAsInt();
            }
        }
        try {
            start(address, application);
        } catch (LaunchFailure failure) {
            // told to stop while starting: what fails then is no news
            if (!shutdown.begun()) {
                throw failure;
            }
        }
        shutdown.await();
        return 0;
    }

    private void start(HttpAddress address, Path application) {
        DataDirectory data = DataDirectory.open(settings.dataDirectory());
        shutdown.closeAtEnd(data);
        ServerLog.capture(data.log(), data.path("logging.properties"));
        console.step("Data directory " + data);
        Secrets secrets = new Secrets(data.path("secrets"));

        Database database = database(data, secrets);
        console.step(database.description());

        new ApplicationSettings(settings, address, secrets, hostName())
                .applyTo(System.getProperties(), System.getenv());
        console.step("Server, log in " + data.log());
        Server server = new Server(data);
        shutdown.closeAtEnd(server);
        server.start(address, pools(database));

        console.step("Application " + application.getFileName());
        server.deploy(application);
        console.line("Tenantry is ready: " + address.url());
        if (settings.demo()) {
            DemoAccounts.print(console);
        } else {
            SetupLink.from(address.url(), secrets.setupToken())
                    .ifPresent(link -> console.line("Create the first administrator: " + link));
        }
    }

    private Database database(DataDirectory data, Secrets secrets) {
        if (settings.databaseUrl().isPresent()) {
            return ExternalDatabase.connect(settings.databaseUrl().get(), System.getenv());
        }
        EmbeddedDatabase embedded = new EmbeddedDatabase(data, secrets);
        shutdown.closeAtEnd(embedded);
        embedded.start();
        return embedded;
    }

    private List<ConnectionPool> pools(Database database) {
        DatabasePasswords passwords = database.passwords();
        return List.of(
                new ConnectionPool(
                        "jdbc/tenantry", database.url(), Database.APP, passwords.app(), 2, settings.poolSize()),
                new ConnectionPool(
                        "jdbc/tenantry-owner", database.url(), Database.OWNER, passwords.owner(), 0, OWNER_CONNECTIONS),
                new ConnectionPool(
                                "jdbc/tenantry-batch",
                                database.url(),
                                Database.BATCH,
                                passwords.batch(),
                                0,
                                BATCH_CONNECTIONS)
                        .outsideTransactions());
    }

    private Path application() {
        Path archive = settings.application().orElseGet(Launch::packaged);
        if (!Files.isReadable(archive)) {
            throw new LaunchFailure("Cannot read the application " + archive);
        }
        return archive;
    }

    private static Path packaged() {
        try {
            return Path.of(Launch.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .resolveSibling("tenantry.war");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
