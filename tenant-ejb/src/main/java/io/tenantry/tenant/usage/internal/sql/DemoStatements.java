package io.tenantry.tenant.usage.internal.sql;

import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;

/** A past of 90 days for the thread's tenant, for the demonstration only; the same one each time. */
public final class DemoStatements {

    /** Less at weekends, and more from week to week. */
    private static final String CONSUME = """
            select 1 from (
                select array_agg(app.tenant()) as tenants, array_agg(cast(?1 as text)) as resources, array_agg(d.day) as days,
                       array_agg(d.quantity) as quantities
                from (
                    select cast(g.day as date) as day,
                           floor(cast(?2 as numeric) * (60 + extract(doy from g.day) % 40 + 90 - g.ago) / 100
                               * case when extract(isodow from g.day) > 5 then 0.2 else 1 end) as quantity
                    from (
                        select n as ago, cast(cast(?3 as timestamptz) as date) - n as day
                        from generate_series(1, 90) as n
                    ) as g
                ) as d
            ) as past, app.add_flows(tenants, resources, days, quantities, cast(?3 as timestamptz))
            """;

    /** What is held now came little by little; at the moment at which it was taken, nothing happens then. */
    private static final String GROW = """
            insert into usage_level_change (tenant_id, id, resource, at, delta)
            select u.tenant_id, gen_random_uuid(), u.resource, s.at, s.delta
            from tenant_usage u
            cross join lateral (
                select c.at, - c.delta as delta
                from usage_level_change c
                where c.tenant_id = u.tenant_id and c.resource = u.resource
                union all
                select cast(?1 as timestamptz) - interval '90 days' + n * interval '43 hours',
                       floor(u.used * n / 50) - floor(u.used * (n - 1) / 50)
                from generate_series(1, 50) as n
            ) as s
            where u.tenant_id = app.tenant() and u.period_start = date '1970-01-01' and s.delta <> 0
            """;

    private static final String BACKDATE = """
            update tenant_usage set created_at = cast(?1 as timestamptz) - interval '90 days'
            where tenant_id = app.tenant() and period_start = date '1970-01-01'
            """;

    private static final String SNAPSHOT = """
            select 1
            from tenant t
            cross join lateral app.snapshot_levels(
                array[t.id], cast(cast(?1 as timestamptz) at time zone t.time_zone as date), date '2000-01-01',
                cast(?1 as timestamptz))
            where t.id = app.tenant()
            """;

    private DemoStatements() {}

    /** Something consumed on each day before today. */
    public static void consume(EntityManager entityManager, String resource, long daily, Instant now) {
        entityManager
                .createNativeQuery(CONSUME)
                .setParameter(1, resource)
                .setParameter(2, daily)
                .setParameter(3, Timestamp.from(now))
                .getResultList();
    }

    /** The history of what is held. */
    public static void grow(EntityManager entityManager, Instant now) {
        Timestamp at = Timestamp.from(now);
        entityManager.createNativeQuery(GROW).setParameter(1, at).executeUpdate();
        entityManager.createNativeQuery(BACKDATE).setParameter(1, at).executeUpdate();
        entityManager.createNativeQuery(SNAPSHOT).setParameter(1, at).getResultList();
    }
}
