package io.tenantry.tenant.email.internal.sql;

import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The statements on the two outboxes.
 *
 * <p>A row's {@code due_at} is when the next thing is to be done with it. Taking a row for an attempt puts that off, so
 * no other node takes it too; if this one dies, it falls due again. The number of the attempt keeps a node that was
 * given up from having the last word.
 */
public enum Outbox {
    /** Of the thread's tenant. */
    TENANT("tenant_email", "tenant_id = app.tenant()"),
    /** Of nobody's. */
    PLATFORM("platform_email", "true");

    private static final String INSERT = """
            insert into {table} (id, key, language, recipient, variables, due_at, created_at)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?6)
            """;

    private static final String TAKE = """
            update {table} set attempts = attempts + 1, due_at = ?2
            where {whose} and id = (
                select id from {table}
                where {whose} and state = 'waiting' and due_at <= ?1
                order by due_at, id limit 1 for update skip locked)
            returning id, key, language, recipient, variables, attempts, created_at
            """;

    private static final String FINISH = """
            update {table} set state = ?3, due_at = ?4, last_error = ?5, variables = null
            where {whose} and id = ?1 and attempts = ?2 and state = 'waiting'
            """;

    private static final String RETRY = """
            update {table} set due_at = ?3, last_error = ?4
            where {whose} and id = ?1 and attempts = ?2 and state = 'waiting'
            """;

    private static final String PURGE = "delete from {table} where {whose} and state <> 'waiting' and due_at <= ?1";

    private static final String IS_DUE =
            "select 1 from {table} where {whose} and state = 'waiting' and due_at <= ?1 limit 1";

    private final String table;
    private final String whose;

    Outbox(String table, String whose) {
        this.table = table;
        this.whose = whose;
    }

    public void insert(
            EntityManager em, UUID id, String key, String language, String recipient, String variables, Instant now) {
        em.createNativeQuery(sql(INSERT))
                .setParameter(1, id)
                .setParameter(2, key)
                .setParameter(3, language)
                .setParameter(4, recipient)
                .setParameter(5, variables)
                .setParameter(6, Timestamp.from(now))
                .executeUpdate();
    }

    /** Takes the row that has been due for longest, if there is one, for {@code lease}. */
    @SuppressWarnings("unchecked")
    public Optional<TakenEmail> take(EntityManager em, Instant now, Duration lease) {
        List<Object[]> rows = em.createNativeQuery(sql(TAKE))
                .setParameter(1, Timestamp.from(now))
                .setParameter(2, Timestamp.from(now.plus(lease)))
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> new TakenEmail(
                        this,
                        (UUID) row[0],
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        (String) row[4],
                        ((Number) row[5]).intValue(),
                        ((Timestamp) row[6]).toInstant()));
    }

    /**
     * Ends with the attempt, and forgets what only the e-mail needed.
     *
     * @param error why it was given up; {@code null} if it was sent
     * @param purgeAt when the row goes
     */
    public void finish(EntityManager em, TakenEmail email, String error, Instant purgeAt) {
        em.createNativeQuery(sql(FINISH))
                .setParameter(1, email.id())
                .setParameter(2, email.attempt())
                .setParameter(3, error == null ? "sent" : "dead")
                .setParameter(4, Timestamp.from(purgeAt))
                .setParameter(5, error)
                .executeUpdate();
    }

    public void retry(EntityManager em, TakenEmail email, String error, Instant at) {
        em.createNativeQuery(sql(RETRY))
                .setParameter(1, email.id())
                .setParameter(2, email.attempt())
                .setParameter(3, Timestamp.from(at))
                .setParameter(4, error)
                .executeUpdate();
    }

    public void purge(EntityManager em, Instant now) {
        em.createNativeQuery(sql(PURGE)).setParameter(1, Timestamp.from(now)).executeUpdate();
    }

    /** Whether there is something to send. */
    public boolean isDue(EntityManager em, Instant now) {
        return !em.createNativeQuery(sql(IS_DUE))
                .setParameter(1, Timestamp.from(now))
                .getResultList()
                .isEmpty();
    }

    /** The tenants whose outbox has something to be done, the longest waiting first. */
    @SuppressWarnings("unchecked")
    public static List<UUID> dueTenants(EntityManager em, Instant now, int most) {
        return em.createNativeQuery("select tenant_id from app.tenants_with_due_email(?1, ?2)")
                .setParameter(1, Timestamp.from(now))
                .setParameter(2, most)
                .getResultList();
    }

    private String sql(String statement) {
        return statement.replace("{table}", table).replace("{whose}", whose);
    }
}
