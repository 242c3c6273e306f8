package io.tenantry.tenant.registry.internal.sql;

import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Moves of a tenant from plan to plan, and of what it holds, one after the other. */
public final class MoveStatements {

    /** Not for update: what refers to the tenant may go on being written. */
    private static final String LOCK_TENANT = "select id from tenant where id = app.tenant() for no key update";

    /** Whoever takes more meanwhile waits, and then goes by the new plan. */
    private static final String LOCK_HELD = """
            select id from tenant_usage
            where tenant_id = app.tenant() and period_start = date '1970-01-01'
            order by id for update
            """;

    private static final String EXCEEDED = """
            select u.resource, app.hard_limit(u.resource, ?1), u.used
            from tenant_usage u
            where u.tenant_id = app.tenant() and u.period_start = date '1970-01-01'
              and u.used > app.hard_limit(u.resource, ?1)
            order by u.resource
            """;

    private MoveStatements() {}

    /** @return whether there is the tenant */
    public static boolean lock(EntityManager entityManager) {
        boolean found =
                !entityManager.createNativeQuery(LOCK_TENANT).getResultList().isEmpty();
        entityManager.createNativeQuery(LOCK_HELD).getResultList();
        return found;
    }

    /** The first resource of which the tenant holds more than it may by now. */
    public static Optional<Exceeded> exceeded(EntityManager entityManager, Instant now) {
        List<?> rows = entityManager
                .createNativeQuery(EXCEEDED)
                .setParameter(1, Timestamp.from(now))
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Exceeded((String) row[0], ((Number) row[1]).longValue(), ((Number) row[2]).longValue()))
                .findFirst();
    }

    /** A resource, its hard limit, and how much is held. */
    public record Exceeded(String resource, long limit, long used) {}
}
