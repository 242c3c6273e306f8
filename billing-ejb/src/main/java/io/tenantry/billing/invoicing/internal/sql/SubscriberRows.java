package io.tenantry.billing.invoicing.internal.sql;

import io.tenantry.billing.invoicing.internal.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads what invoices are made from. */
public final class SubscriberRows {

    private static final String SUBSCRIBERS = """
            select cast(json_agg(json_build_object(
                'tenant', b.tenant_id, 'status', b.status, 'open', t.status not in ('suspended', 'closing'),
                'day', b.billing_day, 'anchor', b.anchor, 'starts', b.period_start, 'ends', b.period_end,
                'segment', b.segment_start, 'base', b.base_until, 'plan', t.plan_id, 'next', b.next_plan_id,
                'cancelled', b.cancel_at_period_end, 'zone', t.time_zone,
                'segments', (
                    select coalesce(json_agg(json_build_object(
                        'plan', s.plan_id, 'starts', s.starts, 'ends', s.ends) order by s.starts), '[]')
                    from billing_segment s
                    where s.tenant_id = b.tenant_id and s.period_start = b.period_start),
                'overrides', (
                    select coalesce(json_agg(json_build_object('resource', o.subject, 'included', o.included)), '[]')
                    from tenant_plan_override o
                    where o.tenant_id = b.tenant_id and o.kind = 'limit' and (o.expires_at is null
                        or o.expires_at >= cast(b.period_end as timestamp) at time zone t.time_zone)),
                'late', (
                    select coalesce(json_agg(json_build_object(
                        'id', l.id, 'resource', l.resource, 'day', l.day, 'quantity', l.quantity, 'billed', (
                            select json_build_object(
                                'plan', u.plan_id, 'starts', u.starts, 'ends', u.ends, 'cycle', u.cycle_days,
                                'used', u.used, 'included', u.included)
                            from billed_usage u
                            where u.tenant_id = l.tenant_id and u.resource = l.resource
                              and u.starts <= l.day and u.ends > l.day
                            order by u.created_at desc, u.id desc
                            limit 1)) order by l.day, l.id), '[]')
                    from late_usage l
                    where l.tenant_id = b.tenant_id and l.settled_invoice is null and l.day < b.period_start)
            ) order by b.tenant_id) as text)
            from tenant_billing b
            join tenant t on t.id = b.tenant_id
            where b.tenant_id = any (cast(?1 as uuid[]))
            """;

    private static final String ACCOUNTS = """
            select cast(json_agg(json_build_object(
                'tenant', t.id, 'name', t.name, 'plan', t.plan_id,
                'profile', (
                    select json_build_object(
                        'name', p.legal_name, 'street', p.street, 'postalCode', p.postal_code, 'city', p.city,
                        'region', p.region, 'country', p.country, 'email', p.email, 'taxId', p.tax_id,
                        'treatment', p.tax_treatment, 'inclusive', p.prices_include_tax)
                    from billing_profile p
                    where p.tenant_id = t.id),
                'rates', (
                    select coalesce(json_agg(json_build_object('name', r.name, 'percent', r.percent)
                        order by r.name), '[]')
                    from billing_profile p
                    join tax_rate r on r.country = p.country
                        and r.valid_from <= cast(?2 as date) and (r.valid_to is null or r.valid_to > cast(?2 as date))
                        and r.region = case when exists (
                            select from tax_rate own
                            where own.country = p.country and own.region = p.region and own.valid_from <= cast(?2 as date)
                              and (own.valid_to is null or own.valid_to > cast(?2 as date))
                        ) then p.region else '' end
                    where p.tenant_id = t.id),
                'discounts', (
                    select coalesce(json_agg(json_build_object(
                        'id', d.id, 'name', d.name, 'percent', d.percent, 'amount', d.amount, 'currency', d.currency)
                        order by d.created_at, d.id), '[]')
                    from tenant_discount d
                    where d.tenant_id = t.id and d.ended_at is null and (d.periods is null or d.periods > 0)),
                'grants', (
                    select coalesce(json_agg(json_build_object(
                        'id', g.id, 'remaining', g.remaining, 'currency', g.currency, 'expires', g.expires_on)
                        order by g.expires_on, g.created_at, g.id), '[]')
                    from credit_grant g
                    where g.tenant_id = t.id and g.remaining > 0)
            ) order by t.id) as text)
            from tenant t
            where t.id = any (cast(?1 as uuid[]))
            """;

    private static final String PLANS = """
            select cast(json_agg(json_build_object(
                'id', p.id, 'name', p.name, 'currency', p.currency, 'amount', p.amount, 'interval', p.interval,
                'minimum', p.minimum,
                'limits', (
                    select coalesce(json_agg(json_build_object(
                        'resource', l.resource, 'included', l.included, 'measure', l.measure, 'overage', l.overage)
                        order by l.resource), '[]')
                    from tenant_plan_limit l
                    where l.plan_id = p.id and l.overage is not null))) as text)
            from tenant_plan p
            where p.id = any (cast(?1 as uuid[]))
            """;

    private static final String USED = """
            select cast(json_agg(json_build_object(
                'tenant_id', u.tenant_id, 'starts', u.starts, 'resource', u.resource, 'total', u.total,
                'peak', u.peak, 'average', round(u.average, 12))) as text)
            from app.period_usage(cast(?1 as uuid[]), cast(?2 as date[]), cast(?3 as date[])) as u
            """;

    /** As app.period_usage has it, with the day that is running as far as it has come. */
    private static final String USED_SO_FAR = """
            with span as (
                select * from app.usage_days(cast(?2 as date), cast(?3 as date), cast(?4 as timestamptz))
            ), summed as (
                select s.resource, case when max(s.peak) is null then sum(s.quantity) end as total, max(s.peak) as peak,
                       sum(s.average) / (select count(distinct x.day) from span x where x.peak is not null) as average
                from span s
                group by s.resource
            )
            select cast(json_agg(json_build_object(
                'tenant_id', cast(?1 as uuid), 'starts', cast(?2 as date), 'resource', u.resource, 'total', u.total,
                'peak', u.peak, 'average', round(u.average, 12))) as text)
            from summed u
            """;

    private static final String PLACE = """
            select cast(json_agg(json_build_object('zone', t.time_zone, 'plan', t.plan_id)) as text)
            from tenant t
            where t.id = cast(?1 as uuid)
            """;

    private SubscriberRows() {}

    /** The tenant's time zone and plan. */
    public static Row place(Rows rows, UUID tenant) {
        return rows.read(PLACE, tenant.toString()).get(0);
    }

    public static List<Row> subscribers(Rows rows, Collection<UUID> tenants) {
        return rows.read(SUBSCRIBERS, array(tenants));
    }

    /** @param day whose taxes are due */
    public static List<Row> accounts(Rows rows, Collection<UUID> tenants, LocalDate day) {
        return rows.read(ACCOUNTS, array(tenants), day.toString());
    }

    public static List<Row> plans(Rows rows, Collection<UUID> plans) {
        return rows.read(PLANS, array(plans));
    }

    /** What each of the tenants has used in the days beside it. */
    public static List<Row> used(
            Rows rows, Collection<UUID> tenants, Collection<LocalDate> starts, Collection<LocalDate> ends) {
        return rows.read(USED, array(tenants), array(starts), array(ends));
    }

    /** Likewise for the thread's tenant and days that are not over. */
    public static List<Row> usedSoFar(Rows rows, UUID tenant, LocalDate starts, LocalDate ends, Instant now) {
        return rows.read(USED_SO_FAR, tenant.toString(), starts.toString(), ends.toString(), now.toString());
    }

    /** An array as PostgreSQL writes it. */
    static String array(Collection<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
