package io.tenantry.tenant.usage.internal.sql;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What counts for the thread's tenant in its own transaction: each decides and counts in one round trip. */
public final class CounterStatements {

    private static final String TAKE = """
            select accepted, threshold, used, included
            from app.take_level(?1, ?2, cast(?3 as integer[]), cast(?4 as timestamptz))
            """;

    private static final String RECORD = """
            select accepted, threshold, used, included
            from app.record_flow(?1, ?2, cast(?3 as integer[]), cast(?4 as timestamptz))
            """;

    private static final String RELEASE = "select 1 from app.release_level(?1, ?2, cast(?3 as timestamptz))";

    /** The limit may have been lifted since it refused. */
    private static final String STATE = """
            select p.code, coalesce(h.hard_limit, u.used, 0), coalesce(u.used, 0), h.hard_limit is not null
            from tenant t
            cross join app.hard_limit(?1, cast(?2 as timestamptz)) as h (hard_limit)
            join tenant_plan p on p.id = t.plan_id
            left join usage_period o on o.tenant_id = t.id
            cross join lateral app.usage_period_on(
                o.starts, o.ends, cast(cast(?2 as timestamptz) at time zone t.time_zone as date)) as c
            left join tenant_usage u
                on u.tenant_id = t.id and u.resource = ?1 and u.period_start in (date '1970-01-01', c.period_start)
            where t.id = app.tenant()
            """;

    private CounterStatements() {}

    /** Takes of what is held. */
    public static Counted take(
            EntityManager entityManager, String resource, long quantity, Thresholds thresholds, Instant now) {
        return counted(entityManager, TAKE, resource, quantity, thresholds, now);
    }

    /** Counts what is consumed. */
    public static Counted record(
            EntityManager entityManager, String resource, long quantity, Thresholds thresholds, Instant now) {
        return counted(entityManager, RECORD, resource, quantity, thresholds, now);
    }

    private static Counted counted(
            EntityManager entityManager,
            String sql,
            String resource,
            long quantity,
            Thresholds thresholds,
            Instant now) {
        Object[] row = (Object[]) entityManager
                .createNativeQuery(sql)
                .setParameter(1, resource)
                .setParameter(2, quantity)
                .setParameter(3, thresholds.array())
                .setParameter(4, Timestamp.from(now))
                .getSingleResult();
        return new Counted(
                (Boolean) row[0],
                Optional.ofNullable((Integer) row[1])
                        .map(threshold ->
                                new Crossed(resource, threshold, (BigDecimal) row[2], ((Number) row[3]).longValue())));
    }

    public static void release(EntityManager entityManager, String resource, long quantity, Instant now) {
        entityManager
                .createNativeQuery(RELEASE)
                .setParameter(1, resource)
                .setParameter(2, quantity)
                .setParameter(3, Timestamp.from(now))
                .getResultList();
    }

    /** Where a limited resource stands. */
    public static State state(EntityManager entityManager, String resource, Instant now) {
        List<?> rows = entityManager
                .createNativeQuery(STATE)
                .setParameter(1, resource)
                .setParameter(2, Timestamp.from(now))
                .getResultList();
        Object[] row = (Object[]) rows.get(0);
        return new State((String) row[0], ((Number) row[1]).longValue(), (BigDecimal) row[2], (Boolean) row[3]);
    }

    /** Where the resource stands if no more of it may be used. */
    public static Optional<State> exhausted(EntityManager entityManager, String resource, Instant now) {
        State state = state(entityManager, resource, now);
        return Optional.of(state)
                .filter(it -> it.limited() && it.used().compareTo(BigDecimal.valueOf(it.limit())) >= 0);
    }

    /**
     * What became of it.
     *
     * @param accepted whether the plan allowed it
     * @param crossed the highest threshold that was reached by it for the first time in the period
     */
    public record Counted(boolean accepted, Optional<Crossed> crossed) {}

    /**
     * The plan's code, the hard limit, and how much is used.
     *
     * @param limited whether there is a hard limit at all
     */
    public record State(String plan, long limit, BigDecimal used, boolean limited) {}
}
