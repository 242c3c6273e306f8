package io.tenantry.tenant.domain.internal.sql;

import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;

/** The statements by which a tenant's use of domains is bounded. */
public final class DomainStatements {

    /** In this strength it does not stop those who add rows that refer to the tenant. */
    private static final String LOCK = "select id from tenant where id = app.tenant() for no key update";

    private static final String COUNT = """
            insert into tenant_domain_throttle as t (tenant_id, attempts, window_starts)
            values (app.tenant(), 1, ?1)
            on conflict (tenant_id) do update
                set attempts = case when t.window_starts <= ?2 then 1 else t.attempts + 1 end,
                    window_starts = case when t.window_starts <= ?2 then ?1 else t.window_starts end
            returning attempts
            """;

    private DomainStatements() {}

    /** Waits until nobody else enters a domain for the thread's tenant, and holds others off until the transaction ends. */
    public static void lock(EntityManager entityManager) {
        entityManager.createNativeQuery(LOCK).getResultList();
    }

    /** @return how often the thread's tenant has had the DNS asked in the window, this time included */
    public static int attempt(EntityManager entityManager, Instant now, Instant windowStart) {
        return ((Number) entityManager
                        .createNativeQuery(COUNT)
                        .setParameter(1, Timestamp.from(now))
                        .setParameter(2, Timestamp.from(windowStart))
                        .getSingleResult())
                .intValue();
    }
}
