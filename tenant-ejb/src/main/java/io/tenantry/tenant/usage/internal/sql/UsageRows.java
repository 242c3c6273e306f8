package io.tenantry.tenant.usage.internal.sql;

import io.tenantry.tenant.usage.CurrentUsage;
import io.tenantry.tenant.usage.UsagePeriods.Period;
import io.tenantry.tenant.usage.UsageSpan;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What the thread's tenant uses. */
public final class UsageRows {

    private static final String CURRENT = """
            with span as (
                select * from app.usage_days(cast(?1 as date), cast(?2 as date), cast(?3 as timestamptz))
            ), level as (
                select s.resource, max(s.peak) as peak,
                       sum(s.average) / (select count(distinct x.day) from span x where x.peak is not null) as average
                from span s
                where s.peak is not null
                group by s.resource
            )
            select r.resource, coalesce(u.used, 0),
                   case when v.resource is null then coalesce(u.used, 0)
                        when l.measure = 'average' then v.average else v.peak end,
                   l.included, l.hard_limit, p.overage
            from unnest(cast(?4 as text[])) as r (resource)
            join tenant t on t.id = app.tenant()
            left join tenant_usage u
                on u.tenant_id = t.id and u.resource = r.resource
                and u.period_start in (date '1970-01-01', cast(?1 as date))
            left join level v on v.resource = r.resource
            left join app.plan_limits(array[app.tenant()], cast(?3 as timestamptz)) l on l.resource = r.resource
            left join tenant_plan_limit p on p.plan_id = t.plan_id and p.resource = r.resource
            order by r.resource
            """;

    private static final String DAYS = """
            with span as (
                select * from app.usage_days(cast(?1 as date), cast(?2 as date), cast(?3 as timestamptz))
                where resource = ?4
            ), filled as (
                select cast(g.day as date) as day, coalesce(s.quantity, 0) as quantity, s.peak, s.average
                from generate_series(
                    cast(?1 as timestamp), cast(?2 as timestamp) - interval '1 day', interval '1 day') as g (day)
                left join span s on s.day = cast(g.day as date)
            )
            """;

    private static final String BY_DAY = DAYS + """
            select cast(day as text), cast(day + 1 as text), quantity, peak, average from filled order by day
            """;

    private static final String BY_MONTH = DAYS + """
            select cast(min(day) as text), cast(max(day) + 1 as text),
                   case when max(peak) is null then sum(quantity) else (array_agg(quantity order by day desc))[1] end,
                   max(peak), avg(average)
            from filled
            group by date_trunc('month', cast(day as timestamp))
            order by min(day)
            """;

    private UsageRows() {}

    public static List<CurrentUsage.Resource> current(
            EntityManager entityManager, List<String> resources, Period period, Instant now) {
        List<?> rows = ranged(entityManager.createNativeQuery(CURRENT), period, now)
                .setParameter(4, "{" + String.join(",", resources) + "}")
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new CurrentUsage.Resource(
                        (String) row[0],
                        (BigDecimal) row[1],
                        (BigDecimal) row[2],
                        whole(row[3]),
                        whole(row[4]),
                        (String) row[5]))
                .toList();
    }

    /** Days, or the months they are in as far as they are in them. */
    public static List<UsageSpan> history(
            EntityManager entityManager, String resource, Period range, boolean months, Instant now) {
        List<?> rows = ranged(entityManager.createNativeQuery(months ? BY_MONTH : BY_DAY), range, now)
                .setParameter(4, resource)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new UsageSpan(
                        LocalDate.parse((String) row[0]),
                        LocalDate.parse((String) row[1]),
                        (BigDecimal) row[2],
                        (BigDecimal) row[3],
                        (BigDecimal) row[4]))
                .toList();
    }

    private static Query ranged(Query query, Period period, Instant now) {
        return query.setParameter(1, period.starts().toString())
                .setParameter(2, period.ends().toString())
                .setParameter(3, Timestamp.from(now));
    }

    private static Long whole(Object number) {
        return number == null ? null : ((Number) number).longValue();
    }
}
