package io.tenantry.cmo.imports.internal.sql;

import jakarta.persistence.EntityManager;

/** A lock of the thread's tenant for a kind of import, until the transaction ends. */
public final class ImportLock {

    private static final String TAKE = """
            select pg_try_advisory_xact_lock(
                hashtextextended(concat_ws(' ', 'cmo.import', cast(app.tenant() as text), cast(?1 as text)), 0))
            """;

    private ImportLock() {}

    /** @return whether it was free; never waits */
    public static boolean take(EntityManager entityManager, String kind) {
        return (Boolean)
                entityManager.createNativeQuery(TAKE).setParameter(1, kind).getSingleResult();
    }
}
