package io.tenantry.tenant.plan.internal.sql;

import jakarta.persistence.EntityManager;

/** Statements on plans that JPQL cannot say. */
public final class PlanStatements {

    /** Every plan has a first version, which stands for all of them. */
    private static final String LOCK = """
            select id from tenant_plan where code = ?1 and version = 1 for update
            """;

    private PlanStatements() {}

    /** Changes of the same plan wait for each other until the transaction ends. */
    public static void lock(EntityManager entityManager, String code) {
        entityManager.createNativeQuery(LOCK).setParameter(1, code).getResultList();
    }
}
