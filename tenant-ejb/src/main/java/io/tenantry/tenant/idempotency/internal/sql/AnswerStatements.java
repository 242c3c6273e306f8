package io.tenantry.tenant.idempotency.internal.sql;

import io.tenantry.tenant.idempotency.StoredAnswer;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;

/** The statements on {@code idempotent_answer}. */
public final class AnswerStatements {

    /** Waits for another transaction that has just claimed the key, until that one ends. */
    private static final String CLAIM =
            """
            insert into idempotent_answer (tenant_id, account_id, key, request_hash, created_at)
            values (app.tenant(), ?1, ?2, ?3, ?4)
            on conflict do nothing
            """;

    private static final String COMPLETE =
            """
            update idempotent_answer set status = ?3, location = ?4, etag = ?5, body = ?6
            where tenant_id = app.tenant() and account_id = ?1 and key = ?2
            """;

    private static final String FIND =
            """
            select request_hash, status, location, etag, body from idempotent_answer
            where tenant_id = app.tenant() and account_id = ?1 and key = ?2
            """;

    private AnswerStatements() {}

    /** @return whether this transaction is the first with the key */
    public static boolean claim(EntityManager em, UUID account, String key, byte[] requestHash, Instant now) {
        return em.createNativeQuery(CLAIM)
                        .setParameter(1, account)
                        .setParameter(2, key)
                        .setParameter(3, requestHash)
                        .setParameter(4, Timestamp.from(now))
                        .executeUpdate()
                == 1;
    }

    public static void complete(EntityManager em, UUID account, String key, StoredAnswer answer) {
        em.createNativeQuery(COMPLETE)
                .setParameter(1, account)
                .setParameter(2, key)
                .setParameter(3, answer.status())
                .setParameter(4, answer.location())
                .setParameter(5, answer.etag())
                .setParameter(6, answer.body())
                .executeUpdate();
    }

    public static Found find(EntityManager em, UUID account, String key) {
        Object[] row = (Object[]) em.createNativeQuery(FIND)
                .setParameter(1, account)
                .setParameter(2, key)
                .getSingleResult();
        return new Found(
                (byte[]) row[0],
                new StoredAnswer(((Number) row[1]).intValue(), (String) row[2], (String) row[3], (String) row[4]));
    }

    /** The answer of the first call, and the hash of its request. */
    public record Found(byte[] requestHash, StoredAnswer answer) {}
}
