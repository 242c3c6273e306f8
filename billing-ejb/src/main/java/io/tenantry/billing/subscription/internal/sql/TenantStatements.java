package io.tenantry.billing.subscription.internal.sql;

import jakarta.persistence.EntityManager;

/** The row of the thread's tenant, which is no entity here. */
public final class TenantStatements {

    /** Not for update: what refers to the tenant may go on being written. */
    private static final String HOLD = "select id from tenant where id = app.tenant() for no key update";

    private TenantStatements() {}

    /** Until the transaction ends, its status and plan are changed by nobody else. */
    public static void hold(EntityManager entityManager) {
        entityManager.createNativeQuery(HOLD).getResultList();
    }
}
