package io.tenantry.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Brings the three roles and the database about; repeating it changes nothing but the passwords. */
final class DatabaseRoles {

    static final String DATABASE = "tenantry";

    private static final String ROLES = "/io/tenantry/platform/database/roles.sql";

    private DatabaseRoles() {}

    static void create(Connection superuser, DatabasePasswords passwords) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute(rolesSql(passwords));
            if (!databaseExists(statement)) {
                statement.execute("create database " + DATABASE + " owner " + Database.OWNER
                        + " encoding 'UTF8' template template0");
            }
            statement.execute("revoke connect, temporary on database " + DATABASE + " from public");
            statement.execute("grant connect on database " + DATABASE + " to "
                    + String.join(", ", Database.OWNER, Database.APP, Database.BATCH));
        }
    }

    static String rolesSql(DatabasePasswords passwords) {
        try (InputStream resource = DatabaseRoles.class.getResourceAsStream(ROLES)) {
            if (resource == null) {
                throw new IllegalStateException("Missing resource " + ROLES);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${owner_password}", literal(passwords.owner()))
                    .replace("${app_password}", literal(passwords.app()))
                    .replace("${batch_password}", literal(passwords.batch()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text as a SQL string that means the same whatever standard_conforming_strings is. */
    static String literal(String text) {
        String quoted = "'" + text.replace("'", "''") + "'";
        return text.contains("\\") ? "E" + quoted.replace("\\", "\\\\") : quoted;
    }

    private static boolean databaseExists(Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery("select from pg_database where datname = '" + DATABASE + "'")) {
            return found.next();
        }
    }
}
