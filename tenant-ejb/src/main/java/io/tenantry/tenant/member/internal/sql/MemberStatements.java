package io.tenantry.tenant.member.internal.sql;

import jakarta.persistence.EntityManager;

/** The statement that lets one transaction after the other decide about a tenant's members. */
public final class MemberStatements {

    /** In this strength it does not stop those who add rows that refer to the tenant. */
    private static final String LOCK = "select id from tenant where id = app.tenant() for no key update";

    private MemberStatements() {}

    /** Waits until nobody else holds the members of the thread's tenant, and holds them until the transaction ends. */
    public static void lock(EntityManager entityManager) {
        entityManager.createNativeQuery(LOCK).getResultList();
    }
}
