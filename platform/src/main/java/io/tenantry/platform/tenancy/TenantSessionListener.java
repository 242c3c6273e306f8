package io.tenantry.platform.tenancy;

import io.tenantry.platform.isolation.EntityRegister;
import javax.sql.DataSource;
import org.eclipse.persistence.sessions.DatasourceLogin;
import org.eclipse.persistence.sessions.JNDIConnector;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;
import org.eclipse.persistence.sessions.server.ServerSession;

/**
 * Puts the thread's tenant into both isolation layers; every persistence unit names it as
 * {@code eclipselink.session-event-listener}.
 *
 * <p>EclipseLink builds it by name, without injection.
 */
public class TenantSessionListener extends SessionEventAdapter {

    /** The session property that fills the discriminator. */
    public static final String TENANT = "eclipselink.tenant-id";

    /** Makes the unit take its connections by way of {@link TenantDataSource}, for reading and writing alike. */
    @Override
    public void preLogin(SessionEvent event) {
        Session session = event.getSession();
        DatasourceLogin login = (DatasourceLogin) session.getDatasourceLogin();
        DataSource plain = ((JNDIConnector) login.getConnector()).getDataSource();
        JNDIConnector connector = new JNDIConnector(new TenantDataSource(plain));
        login.setConnector(connector);
        if (session instanceof ServerSession server) {
            server.getConnectionPools()
                    .values()
                    .forEach(pool -> ((DatasourceLogin) pool.getLogin()).setConnector(connector));
            ((DatasourceLogin) server.getReadConnectionPool().getLogin()).setConnector(connector);
        }
    }

    @Override
    public void postLogin(SessionEvent event) {
        EntityRegister.add(event.getSession());
    }

    @Override
    public void preLogout(SessionEvent event) {
        EntityRegister.remove(event.getSession());
    }

    @Override
    public void postAcquireClientSession(SessionEvent event) {
        TransactionTenant.bind();
        TenantContext.current().ifPresent(tenant -> event.getSession().setProperty(TENANT, tenant.value()));
    }
}
