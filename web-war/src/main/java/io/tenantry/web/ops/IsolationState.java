package io.tenantry.web.ops;

import io.tenantry.platform.database.Databases;
import io.tenantry.platform.isolation.IsolationCheck;
import io.tenantry.platform.isolation.IsolationReport;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;

/** Runs the isolation self-check over a connection of the application's. */
@ApplicationScoped
public class IsolationState {

    public IsolationReport now() {
        try (Connection connection = Databases.app().getConnection()) {
            return IsolationCheck.run(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("isolation could not be checked", e);
        }
    }
}
