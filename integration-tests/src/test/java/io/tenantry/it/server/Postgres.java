package io.tenantry.it.server;

import io.tenantry.platform.database.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** One PostgreSQL that asks for passwords, as one in production does, with the product's roles. */
public final class Postgres {

    public static final String SUPERUSER_PASSWORD = "superuser";
    /** With characters that a careless configuration would take for its own. */
    private static final Map<String, String> PASSWORDS =
            Map.of("owner", "o:w=n\\e'r \"1", "app", "a:p=p\\ '\"2", "batch", "b:a=t\\ '\"3");

    private static final String BUSY = """
            select count(*) from pg_stat_activity
            where datname = current_database() and usename like 'tenantry%' and state <> 'idle'
            """;

    private static Postgres shared;

    private final EmbeddedPostgres server;

    private Postgres(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Started by the first who asks; it ends with the test run. */
    public static synchronized Postgres shared() {
        if (shared == null) {
            try {
                shared = new Postgres(start(Path.of("target", "postgres").toAbsolutePath()));
                shared.execute(roles());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return shared;
    }

    public static String password(String role) {
        return PASSWORDS.get(role);
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
    }

    /** An empty database as {@code docs/operations.md} makes it; one of that name goes first. */
    public String create(String database) {
        execute("drop database if exists " + database + " with (force)");
        execute("create database " + database + " owner tenantry_owner encoding 'UTF8' template template0");
        execute("revoke connect, temporary on database " + database + " from public");
        execute("grant connect on database " + database + " to tenantry_owner, tenantry_app, tenantry_batch");
        return url(database);
    }

    private Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(url(database), "postgres", SUPERUSER_PASSWORD);
    }

    /** As superuser. */
    public void execute(String database, String sql) {
        try (Connection connection = superuser(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** How many connections of the product's roles are in the middle of something. */
    public long busyConnections(String database) {
        try (Connection connection = superuser(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(BUSY)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) {
        execute("postgres", sql);
    }

    private static EmbeddedPostgres start(Path directory) throws IOException {
        Files.createDirectories(directory);
        Path password = Files.writeString(directory.resolve("superuser.password"), SUPERUSER_PASSWORD);
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(directory.toFile())
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", password.toString())
                // as operators are told to: the machine's own locale may know ASCII only
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setConnectConfig("password", SUPERUSER_PASSWORD)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                // it need not outlive a crash of the machine
                .setServerConfig("fsync", "off")
                .setOutputRedirector(Redirect.DISCARD)
                .setErrorRedirector(Redirect.DISCARD)
                .start();
    }

    private static String roles() throws IOException {
        try (InputStream sql = Migrations.class.getResourceAsStream("roles.sql")) {
            String text = new String(sql.readAllBytes(), StandardCharsets.UTF_8);
            for (Map.Entry<String, String> role : PASSWORDS.entrySet()) {
                String literal = "'" + role.getValue().replace("'", "''") + "'";
                text = text.replace("${" + role.getKey() + "_password}", literal);
            }
            return text;
        }
    }
}
