package io.tenantry.cmo.precinto.internal.sql;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Locks seals of the thread's tenant until the transaction ends, in the order of their ids.
 *
 * <p>A lock that leaves the key alone: rows that refer to a seal can be entered meanwhile, so that whoever holds such a
 * row never waits for whoever holds the seal.
 */
public final class PrecintoLocks {

    private static final String LOCK = """
            select id from precinto
            where tenant_id = app.tenant() and id = any (cast(?1 as uuid[]))
            order by id
            for no key update
            """;

    private PrecintoLocks() {}

    /** @return those that exist */
    @SuppressWarnings("unchecked")
    public static Set<UUID> take(EntityManager entityManager, Collection<UUID> ids) {
        String array = ids.toString().replace('[', '{').replace(']', '}');
        return new HashSet<>(
                entityManager.createNativeQuery(LOCK).setParameter(1, array).getResultList());
    }
}
