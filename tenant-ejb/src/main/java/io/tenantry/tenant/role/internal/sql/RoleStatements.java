package io.tenantry.tenant.role.internal.sql;

import jakarta.persistence.EntityManager;

/** The statement that lets one transaction after the other decide about a tenant's roles, and about its members. */
public final class RoleStatements {

    private static final String LOCK = "select id from tenant where id = app.tenant() for no key update";

    private RoleStatements() {}

    /** Waits until nobody else holds the roles of the thread's tenant, and holds them until the transaction ends. */
    public static void lock(EntityManager entityManager) {
        entityManager.createNativeQuery(LOCK).getResultList();
    }
}
