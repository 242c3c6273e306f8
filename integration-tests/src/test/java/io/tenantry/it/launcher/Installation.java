package io.tenantry.it.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A data directory, the processes that work on it, and its database with the rights of the superuser. */
record Installation(Path directory) {

    private static final Path ROOT = Path.of(System.getProperty("tenantry.data"))
            .toAbsolutePath()
            .normalize()
            .resolveSibling("tenantry-launcher");

    /** A directory that does not exist yet. */
    static Installation fresh(String name) {
        Installation installation = new Installation(ROOT.resolve(name));
        installation.delete();
        try {
            Files.createDirectories(ROOT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return installation;
    }

    /** That of the product which the black-box tests share. */
    static Installation shared() {
        return new Installation(
                Path.of(System.getProperty("tenantry.data")).toAbsolutePath().normalize());
    }

    /** Launcher, server and database, whoever started them; each is told the directory as an argument. */
    List<ProcessHandle> processes() {
        String name = directory.toString();
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .arguments()
                        .map(arguments -> Stream.of(arguments).anyMatch(argument -> argument.startsWith(name)))
                        .orElse(false))
                .toList();
    }

    /** The main process of the database, of which the file tells as long as it is not stopped in good order. */
    ProcessHandle postmaster() {
        long pid = Long.parseLong(lines("postgres/postmaster.pid").get(0).strip());
        return ProcessHandle.of(pid).orElseThrow();
    }

    boolean databaseStopped() {
        return !Files.exists(directory.resolve("postgres/postmaster.pid"));
    }

    String secret(String name) {
        return lines("secrets/" + name).get(0).strip();
    }

    String databaseUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + lines("postgres.port").get(0).strip() + "/" + database;
    }

    Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(databaseUrl(database), "postgres", secret("database-superuser.password"));
    }

    /** Signs with the keys of another installation, as all nodes of one platform do. */
    void takeSecretsOf(Installation other) {
        try {
            Files.createDirectories(directory.resolve("secrets"));
            Files.createFile(directory.resolve("lock"));
            try (Stream<Path> secrets = Files.list(other.directory().resolve("secrets"))) {
                for (Path secret : secrets.toList()) {
                    Files.copy(secret, directory.resolve("secrets").resolve(secret.getFileName()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void delete() {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> lines(String file) {
        try {
            return Files.readAllLines(directory.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
