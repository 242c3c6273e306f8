package io.tenantry.platform.testing;

import io.tenantry.platform.database.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of its own on one embedded PostgreSQL per test run, with the three roles and, if wanted, the schema. */
public final class TestDatabase {

    private static final String PASSWORD = "test";
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static EmbeddedPostgres postgres;
    private static TestDatabase template;

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    /** With the roles, and no tables yet. */
    public static TestDatabase empty() {
        return copyOf("template1");
    }

    /** With all migrations on the class path; they run once, the first time. */
    public static synchronized TestDatabase migrated() {
        if (template == null) {
            template = empty();
            Migrations.run(template.owner());
        }
        return copyOf(template.name);
    }

    private static TestDatabase copyOf(String original) {
        TestDatabase database = new TestDatabase("test_" + COUNT.incrementAndGet());
        try (Connection connection = postgres().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(roles());
            statement.execute("create database " + database.name + " owner tenantry_owner template " + original);
            statement.execute("revoke temporary on database " + database.name + " from public");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return database;
    }

    public DataSource owner() {
        return as("tenantry_owner");
    }

    public DataSource app() {
        return as("tenantry_app");
    }

    public DataSource batch() {
        return as("tenantry_batch");
    }

    /** For what no role of the product may see. */
    public DataSource superuser() {
        return as("postgres");
    }

    /** Runs SQL that belongs to no role of the product, such as breaking a rule on purpose. */
    public void superuser(String sql) {
        try (Connection connection = as("postgres").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private DataSource as(String role) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL("jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + name);
        source.setUser(role);
        source.setPassword(PASSWORD);
        source.setStringType("unspecified");
        return source;
    }

    private static synchronized EmbeddedPostgres postgres() {
        if (postgres == null) {
            try {
                postgres = EmbeddedPostgres.builder()
                        .setOverrideWorkingDirectory(
                                Path.of("target", "postgres").toAbsolutePath().toFile())
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .setServerConfig("unix_socket_directories", "")
                        // it need not outlive a crash of the machine
                        .setServerConfig("fsync", "off")
                        .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                        .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return postgres;
    }

    private static String roles() {
        try (InputStream sql = Migrations.class.getResourceAsStream("roles.sql")) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("\\$\\{\\w+_password}", "'" + PASSWORD + "'");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
