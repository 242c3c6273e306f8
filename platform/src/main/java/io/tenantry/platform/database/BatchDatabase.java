package io.tenantry.platform.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Set-based work over the rows of all tenants, as the role {@code tenantry_batch}. For jobs only: whatever a tenant's
 * request does goes by an entity manager and sees that tenant alone.
 */
@ApplicationScoped
public class BatchDatabase {

    private final Supplier<DataSource> dataSource;

    public BatchDatabase() {
        this(Databases::batch);
    }

    public BatchDatabase(Supplier<DataSource> dataSource) {
        this.dataSource = dataSource;
    }

    /** What is done within one transaction. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /**
     * Runs {@code work} in a transaction of its own, whatever transaction the thread is in.
     *
     * @throws BatchFailed after everything was rolled back
     */
    public <T> T transaction(Work<T> work) {
        try (Connection connection = dataSource.get().getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.on(connection);
                connection.commit();
                return result;
            } finally {
                // after a commit there is nothing to roll back
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new BatchFailed(e);
        }
    }
}
