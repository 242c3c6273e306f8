package io.tenantry.tenant.webhook.internal.sql;

import io.tenantry.tenant.webhook.AttemptView;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;

/** The statements on attempts, of the thread's tenant. */
public final class AttemptRows {

    /** Of a delivery: the newest. */
    static final int MOST = 20;

    /** Nothing if the delivery has gone meanwhile. */
    private static final String INSERT = """
            insert into webhook_attempt
                (tenant_id, delivery_id, number, made_at, millis, request_headers, status, response_headers,
                 response_body, error)
            select tenant_id, id, ?2, cast(?3 as timestamptz), ?4, cast(?5 as jsonb), cast(?6 as integer),
                   cast(?7 as jsonb), ?8, ?9
            from webhook_delivery where tenant_id = app.tenant() and id = ?1
            for key share
            """;

    private static final String FORGET = """
            delete from webhook_attempt
            where tenant_id = app.tenant() and delivery_id = ?1 and number <= (
                select number from webhook_attempt where tenant_id = app.tenant() and delivery_id = ?1
                order by number desc offset ?2 limit 1
            )
            """;

    private static final String READ = """
            select number, made_at, millis, cast(request_headers as text), status, cast(response_headers as text),
                   response_body, error
            from (
                select * from webhook_attempt where tenant_id = app.tenant() and delivery_id = ?1
                order by number desc limit ?2
            ) newest
            order by number
            """;

    private AttemptRows() {}

    /** The oldest give way. */
    public static void insert(EntityManager em, UUID delivery, AttemptView attempt) {
        em.createNativeQuery(INSERT)
                .setParameter(1, delivery)
                .setParameter(2, attempt.number())
                .setParameter(3, Timestamp.from(attempt.at()))
                .setParameter(4, attempt.durationMillis())
                .setParameter(5, attempt.requestHeaders())
                // null has no type of its own
                .setParameter(6, attempt.status() == null ? null : String.valueOf(attempt.status()))
                .setParameter(7, attempt.responseHeaders())
                .setParameter(8, attempt.responseBody())
                .setParameter(9, attempt.error())
                .executeUpdate();
        em.createNativeQuery(FORGET)
                .setParameter(1, delivery)
                .setParameter(2, MOST)
                .executeUpdate();
    }

    /** The oldest of them first. */
    @SuppressWarnings("unchecked")
    public static List<AttemptView> of(EntityManager em, UUID delivery) {
        List<Object[]> rows = em.createNativeQuery(READ)
                .setParameter(1, delivery)
                .setParameter(2, MOST)
                .getResultList();
        return rows.stream()
                .map(row -> new AttemptView(
                        ((Number) row[0]).intValue(),
                        ((Timestamp) row[1]).toInstant(),
                        ((Number) row[2]).intValue(),
                        (String) row[3],
                        row[4] == null ? null : ((Number) row[4]).intValue(),
                        (String) row[5],
                        (String) row[6],
                        (String) row[7]))
                .toList();
    }
}
