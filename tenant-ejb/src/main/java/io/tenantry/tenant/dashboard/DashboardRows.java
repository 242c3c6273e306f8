package io.tenantry.tenant.dashboard;

import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.tenant.registry.Tenant;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** The layouts of the thread's tenant. */
final class DashboardRows {

    private final EntityManager entityManager;

    DashboardRows(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Changes wait for each other, also the first ones, which have no row yet to wait at. */
    void lock() {
        entityManager.find(Tenant.class, TenantContext.required().value(), LockModeType.PESSIMISTIC_WRITE);
    }

    /** @param account {@code null} for that of the tenant */
    Optional<TenantDashboard> of(UUID account) {
        String which = account == null ? "d.accountId is null" : "d.accountId = :account";
        var query = entityManager.createQuery("select d from TenantDashboard d where " + which, TenantDashboard.class);
        if (account != null) {
            query.setParameter("account", account);
        }
        return query.getResultStream().findFirst();
    }
}
