package io.tenantry.tenant.signin.internal.sql;

import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;

/** The statements on {@code login_throttle}. */
public final class ThrottleStatements {

    /** Counts one more failure of a key, from one again if its window is over. */
    private static final String COUNT =
            """
            insert into login_throttle as t (key, failures, window_starts)
            values (?1, 1, ?2)
            on conflict (key) do update
                set failures = case when t.window_starts < ?3 then 1 else t.failures + 1 end,
                    window_starts = case when t.window_starts < ?3 then ?2 else t.window_starts end
            returning failures
            """;

    private ThrottleStatements() {}

    /** @return failures in the window, this one included */
    public static int count(EntityManager entityManager, String key, Instant now, Instant windowStart) {
        return ((Number) entityManager
                        .createNativeQuery(COUNT)
                        .setParameter(1, key)
                        .setParameter(2, Timestamp.from(now))
                        .setParameter(3, Timestamp.from(windowStart))
                        .getSingleResult())
                .intValue();
    }

    public static void forgive(EntityManager entityManager, String key) {
        entityManager
                .createNativeQuery("update login_throttle set failures = greatest(failures - 1, 0) where key = ?1")
                .setParameter(1, key)
                .executeUpdate();
    }

    public static void forget(EntityManager entityManager, String key) {
        entityManager
                .createNativeQuery("delete from login_throttle where key = ?1")
                .setParameter(1, key)
                .executeUpdate();
    }
}
