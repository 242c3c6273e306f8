package io.tenantry.platform.tenancy;

import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Optional;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Hands out connections that work for the thread's tenant, as row-level security sees it.
 *
 * <p>All persistence units of a JTA transaction share one connection: if each took its own, a full pool would have every
 * transaction wait for another's. Its setting ends with the transaction. Outside of transactions the setting is cleared
 * before the connection goes back.
 */
final class TenantDataSource implements DataSource {

    private static final String KEY = TenantDataSource.class.getName();

    private final DataSource target;

    TenantDataSource(DataSource target) {
        this.target = target;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Optional<TransactionSynchronizationRegistry> transaction = TransactionTenant.active();
        return transaction.isPresent() ? shared(transaction.get()) : single();
    }

    private Connection shared(TransactionSynchronizationRegistry transaction) throws SQLException {
        if (transaction.getResource(KEY) instanceof Connection connection) {
            return ConnectionHandle.of(connection, () -> {});
        }
        Connection connection = target.getConnection();
        try {
            set(connection, currentTenant(), true);
            transaction.registerInterposedSynchronization(new Closing(connection));
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
        transaction.putResource(KEY, connection);
        return ConnectionHandle.of(connection, () -> {});
    }

    private Connection single() throws SQLException {
        Connection connection = target.getConnection();
        try {
            set(connection, currentTenant(), false);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
        return ConnectionHandle.of(connection, () -> clear(connection));
    }

    private static String currentTenant() {
        return TenantContext.current().map(TenantId::toString).orElse("");
    }

    private static void clear(Connection connection) throws SQLException {
        try {
            set(connection, "", false);
            connection.close();
        } catch (SQLException | RuntimeException e) {
            connection.abort(Runnable::run);
        }
    }

    private static void set(Connection connection, String tenant, boolean transactionOnly) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select set_config('app.tenant_id', ?, ?)")) {
            statement.setString(1, tenant);
            statement.setBoolean(2, transactionOnly);
            statement.execute();
        }
    }

    /** Gives the connection back when the transaction has ended, however it did, and never throws. */
    private record Closing(Connection connection) implements Synchronization {

        @Override
        public void beforeCompletion() {
            // the transaction's work is not over yet
        }

        @Override
        public void afterCompletion(int status) {
            try {
                connection.close();
            } catch (SQLException e) {
                System.getLogger(KEY).log(System.Logger.Level.WARNING, "a connection could not be given back", e);
            }
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return target.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        target.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        target.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return target.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return target.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return target.isWrapperFor(type);
    }
}
