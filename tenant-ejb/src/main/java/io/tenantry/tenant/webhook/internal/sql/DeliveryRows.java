package io.tenantry.tenant.webhook.internal.sql;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The statements on deliveries, of the thread's tenant.
 *
 * <p>A row's {@code due_at} is when the next thing is to be done with it. Taking it for an attempt puts that off, so no
 * other node takes it too; if this one dies, it falls due again. The number of the attempt keeps a node that was given up
 * from having the last word.
 */
public final class DeliveryRows {

    /** Less than any tenant's. */
    public static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final String NEXT = """
            select id, endpoint_id, metered from webhook_delivery
            where tenant_id = app.tenant() and state = 'waiting' and due_at <= ?1
              and not endpoint_id = any (cast(string_to_array(?2, ' ') as uuid[]))
            order by due_at, id limit 1 for update skip locked
            """;

    private static final String TAKE = """
            update webhook_delivery d
            set attempts = d.attempts + 1, due_at = ?3, taken_until = ?3,
                metered = d.metered or e.status = 'enabled'
            from webhook_endpoint e, tenant_event v
            where d.tenant_id = app.tenant() and d.id = ?1 and d.state = 'waiting' and d.due_at <= ?2
              and e.tenant_id = d.tenant_id and e.id = d.endpoint_id
              and v.tenant_id = d.tenant_id and v.id = d.event_id
            returning d.id, d.endpoint_id, d.attempts, d.attempts - d.retries_from,
                      e.url, e.status, e.secret, case when e.previous_until > ?2 then e.previous_secret end,
                      v.id, v.number, v.type, v.created_at, cast(v.data as text), cast(v.previous as text)
            """;

    private static final String RETRY = """
            update webhook_delivery set due_at = ?3, error = ?4, taken_until = null
            where tenant_id = app.tenant() and id = ?1 and attempts = ?2 and state = 'waiting'
            """;

    private static final String END = """
            update webhook_delivery set state = ?3, error = ?4, ended_at = ?5, taken_until = null
            where tenant_id = app.tenant() and id = ?1 and attempts = ?2 and state = 'waiting'
            """;

    private static final String REFUSE = """
            update webhook_delivery set state = 'dead', error = ?2, ended_at = ?3
            where tenant_id = app.tenant() and id = ?1 and state = 'waiting' and due_at <= ?3
            """;

    private static final String GIVE_UP = """
            update webhook_delivery set state = 'dead', error = ?2, ended_at = ?3, taken_until = null
            where tenant_id = app.tenant() and endpoint_id = ?1 and state = 'waiting'
            """;

    /** One that is under way stays so. */
    private static final String AGAIN = """
            update webhook_delivery
            set state = 'waiting', due_at = ?2, taken_until = null, ended_at = null,
                error = case when state = 'waiting' then error end,
                retries_from = case when state = 'waiting' then retries_from else attempts end
            where tenant_id = app.tenant() and id = ?1 and (taken_until is null or taken_until <= ?2)
            """;

    private DeliveryRows() {}

    /** The tenants that have something due, in the order of their ids. */
    @SuppressWarnings("unchecked")
    public static List<UUID> dueTenants(EntityManager em, Instant now, UUID beyond, int most) {
        return em.createNativeQuery("select tenant_id from app.tenants_with_due_webhooks(?1, ?2, ?3)")
                .setParameter(1, Timestamp.from(now))
                .setParameter(2, beyond)
                .setParameter(3, most)
                .getResultList();
    }

    /** What has been due for longest, and for none of these endpoints. */
    @SuppressWarnings("unchecked")
    public static Optional<Candidate> next(EntityManager em, Instant now, Collection<UUID> without) {
        List<Object[]> rows = em.createNativeQuery(NEXT)
                .setParameter(1, Timestamp.from(now))
                .setParameter(2, without.stream().map(UUID::toString).collect(Collectors.joining(" ")))
                .getResultList();
        return rows.stream().findFirst().map(row -> new Candidate((UUID) row[0], (UUID) row[1], (boolean) row[2]));
    }

    /** Takes it for {@code lease}; empty if somebody else has done so. */
    @SuppressWarnings("unchecked")
    public static Optional<TakenDelivery> take(EntityManager em, UUID id, Instant now, Duration lease) {
        List<Object[]> rows = em.createNativeQuery(TAKE)
                .setParameter(1, id)
                .setParameter(2, Timestamp.from(now))
                .setParameter(3, Timestamp.from(now.plus(lease)))
                .getResultList();
        return rows.stream().findFirst().map(DeliveryRows::taken);
    }

    private static TakenDelivery taken(Object[] row) {
        return new TakenDelivery(
                (UUID) row[0],
                (UUID) row[1],
                ((Number) row[2]).intValue(),
                ((Number) row[3]).intValue(),
                (String) row[4],
                row[5].equals("enabled"),
                (byte[]) row[6],
                Optional.ofNullable((byte[]) row[7]),
                new TakenDelivery.Event(
                        (UUID) row[8],
                        ((Number) row[9]).longValue(),
                        (String) row[10],
                        ((Timestamp) row[11]).toInstant(),
                        (String) row[12],
                        Optional.ofNullable((String) row[13])));
    }

    public static void retry(EntityManager em, TakenDelivery taken, String error, Instant at) {
        ofAttempt(em, RETRY, taken)
                .setParameter(3, Timestamp.from(at))
                .setParameter(4, error)
                .executeUpdate();
    }

    /** @param error why it is given up; {@code null} if it was delivered */
    public static void end(EntityManager em, TakenDelivery taken, String error, Instant now) {
        ofAttempt(em, END, taken)
                .setParameter(3, error == null ? "delivered" : "dead")
                .setParameter(4, error)
                .setParameter(5, Timestamp.from(now))
                .executeUpdate();
    }

    private static Query ofAttempt(EntityManager em, String sql, TakenDelivery taken) {
        return em.createNativeQuery(sql).setParameter(1, taken.id()).setParameter(2, taken.attempt());
    }

    /** Gives up what is due without an attempt. */
    public static void refuse(EntityManager em, UUID id, String error, Instant now) {
        em.createNativeQuery(REFUSE)
                .setParameter(1, id)
                .setParameter(2, error)
                .setParameter(3, Timestamp.from(now))
                .executeUpdate();
    }

    /** Gives up whatever waits for an endpoint. */
    public static void giveUp(EntityManager em, UUID endpoint, String error, Instant now) {
        em.createNativeQuery(GIVE_UP)
                .setParameter(1, endpoint)
                .setParameter(2, error)
                .setParameter(3, Timestamp.from(now))
                .executeUpdate();
    }

    /** Makes one due now, whatever became of it. */
    public static void again(EntityManager em, UUID id, Instant now) {
        em.createNativeQuery(AGAIN)
                .setParameter(1, id)
                .setParameter(2, Timestamp.from(now))
                .executeUpdate();
    }
}
