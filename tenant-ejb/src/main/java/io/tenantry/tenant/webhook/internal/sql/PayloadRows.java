package io.tenantry.tenant.webhook.internal.sql;

import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The statements on the events that are delivered, of the thread's tenant. */
public final class PayloadRows {

    private static final String READ = """
            select id, number, type, created_at, cast(data as text), cast(previous as text)
            from tenant_event where tenant_id = app.tenant() and id = ?1
            """;

    private static final String INSERT = """
            insert into tenant_event (tenant_id, id, type, entity, entity_id, data, created_at)
            values (app.tenant(), ?1, ?2, 'webhook', ?3, jsonb_build_object('id', ?3), ?4)
            """;

    private static final String DELIVER = """
            insert into webhook_delivery (tenant_id, id, endpoint_id, event_id, type, due_at, created_at, metered)
            values (app.tenant(), ?1, ?2, ?3, ?4, ?5, ?5, true)
            """;

    private PayloadRows() {}

    @SuppressWarnings("unchecked")
    public static TakenDelivery.Event of(EntityManager em, UUID event) {
        List<Object[]> rows = em.createNativeQuery(READ).setParameter(1, event).getResultList();
        return rows.stream()
                .map(row -> new TakenDelivery.Event(
                        (UUID) row[0],
                        ((Number) row[1]).longValue(),
                        (String) row[2],
                        ((Timestamp) row[3]).toInstant(),
                        (String) row[4],
                        Optional.ofNullable((String) row[5])))
                .findFirst()
                .orElseThrow();
    }

    /** An event about the endpoint that goes to it alone, and is not counted as usage. */
    public static void ping(EntityManager em, UUID endpoint, String type, UUID event, UUID delivery, Instant now) {
        em.createNativeQuery(INSERT)
                .setParameter(1, event)
                .setParameter(2, type)
                .setParameter(3, endpoint)
                .setParameter(4, Timestamp.from(now))
                .executeUpdate();
        em.createNativeQuery(DELIVER)
                .setParameter(1, delivery)
                .setParameter(2, endpoint)
                .setParameter(3, event)
                .setParameter(4, type)
                .setParameter(5, Timestamp.from(now))
                .executeUpdate();
    }
}
