package io.tenantry.tenant.signin.internal.sql;

import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The statements on {@code password_reset}. */
public final class ResetStatements {

    private static final String PUT = """
            insert into password_reset (account_id, hash, password_mark, expires_at)
            values (?1, ?2, ?3, ?4)
            on conflict (account_id) do update
                set hash = excluded.hash, password_mark = excluded.password_mark, expires_at = excluded.expires_at
            """;

    private static final String FIND =
            "select cast(account_id as text), password_mark from password_reset where hash = ?1 and expires_at > ?2";

    /** Whoever comes second waits for the first, and finds the row gone. */
    private static final String TAKE = """
            delete from password_reset where hash = ?1 and expires_at > ?2
            returning cast(account_id as text), password_mark
            """;

    private ResetStatements() {}

    /** @param passwordMark of the password that is to be replaced */
    public record Reset(UUID account, String passwordMark) {}

    /** Replaces the account's reset, if there is one. */
    public static void put(EntityManager entityManager, Reset reset, String hash, Instant expiresAt) {
        entityManager
                .createNativeQuery(PUT)
                .setParameter(1, reset.account())
                .setParameter(2, hash)
                .setParameter(3, reset.passwordMark())
                .setParameter(4, Timestamp.from(expiresAt))
                .executeUpdate();
    }

    public static Optional<Reset> find(EntityManager entityManager, String hash, Instant now) {
        return read(entityManager, FIND, hash, now);
    }

    /** Uses it up. */
    public static Optional<Reset> take(EntityManager entityManager, String hash, Instant now) {
        return read(entityManager, TAKE, hash, now);
    }

    private static Optional<Reset> read(EntityManager entityManager, String sql, String hash, Instant now) {
        List<?> rows = entityManager
                .createNativeQuery(sql)
                .setParameter(1, hash)
                .setParameter(2, Timestamp.from(now))
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Reset(UUID.fromString((String) row[0]), (String) row[1]))
                .findFirst();
    }
}
