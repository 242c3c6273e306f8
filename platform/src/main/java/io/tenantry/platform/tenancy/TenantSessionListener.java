package io.tenantry.platform.tenancy;

import io.tenantry.platform.isolation.EntityRegister;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.persistence.internal.databaseaccess.Accessor;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/**
 * Puts the thread's tenant into both isolation layers; every persistence unit names it as
 * {@code eclipselink.session-event-listener}.
 *
 * <p>EclipseLink builds it by name, without injection.
 */
public class TenantSessionListener extends SessionEventAdapter {

    /** The session property that fills the discriminator. */
    public static final String TENANT = "eclipselink.tenant-id";

    /** Connections whose setting outlives the call, to be cleared when they go back to the pool. */
    private static final Set<Object> SESSION_BOUND = ConcurrentHashMap.newKeySet();

    @Override
    public void postLogin(SessionEvent event) {
        EntityRegister.add(event.getSession());
    }

    @Override
    public void postAcquireClientSession(SessionEvent event) {
        TransactionTenant.bind();
        TenantContext.current().ifPresent(tenant -> event.getSession().setProperty(TENANT, tenant.value()));
    }

    /** In a transaction the setting ends with it; outside, it is cleared before the connection is released. */
    @Override
    public void postAcquireConnection(SessionEvent event) {
        if (!(jdbc(event) instanceof Connection connection)) {
            return;
        }
        try {
            boolean transaction = !connection.getAutoCommit();
            String tenant = TenantContext.current().map(TenantId::toString).orElse("");
            set(connection, tenant, transaction);
            if (!transaction) {
                SESSION_BOUND.add(event.getResult());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the tenant could not be set on the connection", e);
        }
    }

    /**
     * Must not throw, and must not touch a connection of a finished transaction: WildFly would never close it and its
     * pool would run dry.
     */
    @Override
    public void preReleaseConnection(SessionEvent event) {
        if (SESSION_BOUND.remove(event.getResult()) && jdbc(event) instanceof Connection connection) {
            try {
                set(connection, "", false);
            } catch (SQLException e) {
                abort(connection);
            }
        }
    }

    private static Object jdbc(SessionEvent event) {
        return ((Accessor) event.getResult()).getDatasourceConnection();
    }

    private static void set(Connection connection, String tenant, boolean local) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select set_config('app.tenant_id', ?, ?)")) {
            statement.setString(1, tenant);
            statement.setBoolean(2, local);
            statement.execute();
        }
    }

    private static void abort(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException ignored) {
            // the pool validates what it hands out next
        }
    }
}
