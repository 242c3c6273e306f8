package io.tenantry.launcher;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.postgresql.Driver;

/** A PostgreSQL somebody else runs; its roles exist and their passwords come from the environment. */
record ExternalDatabase(String url, DatabasePasswords passwords, String description) implements Database {

    private static final String CONNECT_TIMEOUT_SECONDS = "10";

    /** A role and the environment variable that holds its password. */
    private record Login(String role, String variable) {}

    private static final Login OWNER_LOGIN = new Login(OWNER, "TENANTRY_DB_OWNER_PASSWORD");
    private static final Login APP_LOGIN = new Login(APP, "TENANTRY_DB_APP_PASSWORD");
    private static final Login BATCH_LOGIN = new Login(BATCH, "TENANTRY_DB_BATCH_PASSWORD");

    static boolean accepts(String url) {
        return url.startsWith("jdbc:postgresql://") && Driver.parseURL(url, new Properties()) != null;
    }

    /** Checks every login now, because a server that boots with a wrong password fails much later and less clearly. */
    static ExternalDatabase connect(String url, Map<String, String> environment) {
        for (Login login : List.of(OWNER_LOGIN, APP_LOGIN, BATCH_LOGIN)) {
            if (environment.getOrDefault(login.variable(), "").isEmpty()) {
                throw new LaunchFailure("--database-url needs the password of " + login.role()
                        + " in environment variable " + login.variable());
            }
        }
        String version = "";
        for (Login login : List.of(OWNER_LOGIN, APP_LOGIN, BATCH_LOGIN)) {
            version = check(url, login, environment.get(login.variable()));
        }
        DatabasePasswords passwords = new DatabasePasswords(
                environment.get(OWNER_LOGIN.variable()),
                environment.get(APP_LOGIN.variable()),
                environment.get(BATCH_LOGIN.variable()));
        return new ExternalDatabase(url, passwords, "PostgreSQL " + version + " at " + place(url));
    }

    @Override
    public void close() {
        // not ours to stop
    }

    private static String check(String url, Login login, String password) {
        Properties properties = new Properties();
        properties.setProperty("user", login.role());
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", CONNECT_TIMEOUT_SECONDS);
        properties.setProperty("loginTimeout", CONNECT_TIMEOUT_SECONDS);
        try (Connection connection = DriverManager.getConnection(url, properties)) {
            return String.valueOf(connection.getMetaData().getDatabaseMajorVersion());
        } catch (SQLException e) {
            throw refused(url, login, e);
        }
    }

    private static LaunchFailure refused(String url, Login login, SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        String place = place(url);
        String message = switch (state) {
            case "28P01", "28000" ->
                "The database at " + place + " refused " + login.role() + "; check " + login.variable();
            case "3D000" -> "The database at " + place + " does not exist";
            case "08001", "08004", "08006" ->
                "Cannot reach the database at " + place + ": " + LaunchFailure.rootMessage(e);
            default -> "The database at " + place + " refused " + login.role() + ": " + LaunchFailure.rootMessage(e);
        };
        return new LaunchFailure(message, e);
    }

    /** Host, port and database; never the parameters, which may hold a password. */
    private static String place(String url) {
        return url.substring("jdbc:postgresql://".length()).replaceAll("\\?.*", "");
    }
}
