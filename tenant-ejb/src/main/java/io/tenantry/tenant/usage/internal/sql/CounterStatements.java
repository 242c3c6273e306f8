package io.tenantry.tenant.usage.internal.sql;

import io.tenantry.platform.id.Ids;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

/** The statements on {@code tenant_usage} that count what a tenant holds. */
public final class CounterStatements {

    /** One statement decides and counts, so that no two transactions can both take the last one. */
    private static final String TAKE = """
            insert into tenant_usage as u (tenant_id, id, resource, period_start, used, created_at, version)
            select t.id, ?2, ?1, date '1970-01-01', ?3, ?4, 1
            from tenant t
            where t.id = app.tenant() and coalesce(?3 <= app.hard_limit(?1, ?4), true)
            on conflict (tenant_id, resource, period_start) do update
                set used = u.used + excluded.used, version = u.version + 1
                where coalesce(u.used + excluded.used <= app.hard_limit(u.resource, ?4), true)
            """;

    private static final String RELEASE = """
            update tenant_usage
            set used = used - ?1, version = version + 1
            where tenant_id = app.tenant() and resource = ?2 and period_start = date '1970-01-01'
            """;

    /** The limit may have been lifted since it refused. */
    private static final String STATE = """
            select p.code, coalesce(app.hard_limit(?1, ?2), u.used, 0), coalesce(u.used, 0)
            from tenant t
            join tenant_plan p on p.id = t.plan_id
            left join tenant_usage u
                on u.tenant_id = t.id and u.resource = ?1 and u.period_start = date '1970-01-01'
            where t.id = app.tenant()
            """;

    private CounterStatements() {}

    /** @return whether the plan allowed it */
    public static boolean take(EntityManager entityManager, String resource, long quantity, Instant now) {
        return entityManager
                        .createNativeQuery(TAKE)
                        .setParameter(1, resource)
                        .setParameter(2, Ids.next())
                        .setParameter(3, quantity)
                        .setParameter(4, Timestamp.from(now))
                        .executeUpdate()
                == 1;
    }

    public static void release(EntityManager entityManager, String resource, long quantity) {
        entityManager
                .createNativeQuery(RELEASE)
                .setParameter(1, quantity)
                .setParameter(2, resource)
                .executeUpdate();
    }

    /** Where a limited resource stands. */
    public static State state(EntityManager entityManager, String resource, Instant now) {
        List<?> rows = entityManager
                .createNativeQuery(STATE)
                .setParameter(1, resource)
                .setParameter(2, Timestamp.from(now))
                .getResultList();
        Object[] row = (Object[]) rows.get(0);
        return new State((String) row[0], ((Number) row[1]).longValue(), ((Number) row[2]).longValue());
    }

    /** The plan's code, the hard limit, and how much is used. */
    public record State(String plan, long limit, long used) {}
}
