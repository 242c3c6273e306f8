package io.tenantry.tenant.signin.internal.sql;

import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What nobody needs any more, and since when. */
public final class PurgeStatements {

    /** One node's rows at a time: those that another node is deleting are passed over. */
    private static final String DELETE = """
            delete from %1$s where ctid = any(array(
                select ctid from %1$s where %2$s limit ?2 for update skip locked))
            """;

    /** @param condition of which {@code ?1} is the instant before which a row is over */
    public record Expired(String table, String condition, Duration kept) {}

    /** Sessions take their tokens along. */
    public static final List<Expired> ALL = List.of(
            new Expired("password_reset", "expires_at < ?1", Duration.ZERO),
            new Expired("signup_request", "expires_at < ?1", Duration.ZERO),
            new Expired("login_throttle", "window_starts < ?1", Duration.ofDays(1)),
            new Expired("account_session", "expires_at < ?1", Duration.ofDays(30)),
            new Expired("account_session", "ended_at < ?1", Duration.ofDays(30)));

    private PurgeStatements() {}

    /** @return how many rows were deleted, at most {@code most} */
    public static int delete(EntityManager entityManager, Expired expired, Instant now, int most) {
        return entityManager
                .createNativeQuery(DELETE.formatted(expired.table(), expired.condition()))
                .setParameter(1, Timestamp.from(now.minus(expired.kept())))
                .setParameter(2, most)
                .executeUpdate();
    }
}
