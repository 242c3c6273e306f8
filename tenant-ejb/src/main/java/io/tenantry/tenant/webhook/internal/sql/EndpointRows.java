package io.tenantry.tenant.webhook.internal.sql;

import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the worker notes of endpoints, of the thread's tenant: no change of theirs, so no new version. */
public final class EndpointRows {

    private static final String SUCCEEDED = """
            update webhook_endpoint set failing_since = null
            where tenant_id = app.tenant() and id = ?1 and failing_since is not null
            """;

    private static final String FAILING = """
            update webhook_endpoint set failing_since = coalesce(failing_since, ?2)
            where tenant_id = app.tenant() and id = ?1
            returning failing_since
            """;

    private static final String STOP = """
            update webhook_endpoint set status = ?2, version = version + 1
            where tenant_id = app.tenant() and id = ?1 and status = 'enabled'
            returning url
            """;

    private static final String ALONE = "select id from tenant where id = app.tenant() for no key update";

    private EndpointRows() {}

    public static void succeeded(EntityManager em, UUID id) {
        em.createNativeQuery(SUCCEEDED).setParameter(1, id).executeUpdate();
    }

    /**
     * Since when nothing has succeeded; empty if there is no such endpoint any more. It is locked until the transaction
     * ends: whoever changes endpoint and deliveries takes the endpoint first.
     */
    @SuppressWarnings("unchecked")
    public static Optional<Instant> failing(EntityManager em, UUID id, Instant now) {
        List<Timestamp> rows = em.createNativeQuery(FAILING)
                .setParameter(1, id)
                .setParameter(2, Timestamp.from(now))
                .getResultList();
        return rows.stream().findFirst().map(Timestamp::toInstant);
    }

    /** @return its address; empty if it was not enabled */
    @SuppressWarnings("unchecked")
    public static Optional<String> stop(EntityManager em, UUID id, String status) {
        List<String> rows = em.createNativeQuery(STOP)
                .setParameter(1, id)
                .setParameter(2, status)
                .getResultList();
        return rows.stream().findFirst();
    }

    /** Waits until nobody else adds an endpoint to the thread's tenant. */
    public static void lock(EntityManager em) {
        em.createNativeQuery(ALONE).getResultList();
    }
}
