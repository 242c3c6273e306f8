package io.tenantry.cmo.delay.internal.sql;

import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Transits that are late and of which no alert has told. */
public final class LateTransitos {

    private static final String TENANTS = "select tenant_id from app.tenants_with_late_transitos(?1, ?2, ?3)";

    private static final String OF_TENANT = """
            select id from transito
            where tenant_id = app.tenant() and status = 'inProgress' and expected_at is not null
              and delay_told is distinct from expected_at and expected_at <= ?1 and id > ?2
            order by id
            limit ?3
            """;

    private LateTransitos() {}

    /** The next tenants that are open and have some. */
    @SuppressWarnings("unchecked")
    public static List<UUID> tenants(EntityManager entityManager, Instant now, UUID after, int most) {
        return entityManager
                .createNativeQuery(TENANTS)
                .setParameter(1, Timestamp.from(now))
                .setParameter(2, after)
                .setParameter(3, most)
                .getResultList();
    }

    /** The next ones of the thread's tenant. */
    @SuppressWarnings("unchecked")
    public static List<UUID> ofTenant(EntityManager entityManager, Instant now, UUID after, int most) {
        return entityManager
                .createNativeQuery(OF_TENANT)
                .setParameter(1, Timestamp.from(now))
                .setParameter(2, after)
                .setParameter(3, most)
                .getResultList();
    }
}
