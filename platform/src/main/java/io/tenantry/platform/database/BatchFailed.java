package io.tenantry.platform.database;

import java.sql.SQLException;

/** Set-based work was rolled back. */
public class BatchFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BatchFailed(SQLException cause) {
        super(cause);
    }

    /** SQLSTATE, {@code 23505} for a unique key; may be {@code null}. */
    public String sqlState() {
        return ((SQLException) getCause()).getSQLState();
    }
}
