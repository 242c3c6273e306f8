package io.tenantry.billing.invoicing.internal.sql;

import io.tenantry.billing.invoicing.internal.JsonText;
import io.tenantry.billing.subscription.Period;
import io.tenantry.platform.id.Ids;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Moves subscriptions on to the period that begins. */
public final class TurnRows {

    private static final String NEXT = """
            json_to_recordset(cast(?1 as json)) as n (
                tenant uuid, log uuid, starts date, ends date, segment date, anchor date, base date, plan uuid, taken boolean,
                last boolean)
            """;

    private static final String SUBSCRIPTIONS = """
            update tenant_billing b
            set period_start = case when n.last then b.period_start else n.starts end,
                period_end = case when n.last then b.period_end else n.ends end,
                segment_start = case when n.last then b.segment_start else n.segment end,
                anchor = n.anchor,
                base_until = n.base,
                next_plan_id = case when n.taken or n.last then null else b.next_plan_id end,
                cancel_at_period_end = b.cancel_at_period_end and not n.last,
                status = case when n.last then 'cancelled' else b.status end,
                version = b.version + 1
            from %s
            where b.tenant_id = n.tenant
            """.formatted(NEXT);

    /** Whoever has cancelled is closed to its members, and paying what was left over does not open it again. */
    private static final String TENANTS = """
            update tenant t
            set plan_id = case when n.taken then n.plan else t.plan_id end,
                resume_to = case
                    when n.last and t.status in ('trial', 'active', 'pastDue') then t.status else t.resume_to end,
                status_reason = case
                    when n.last and (t.status in ('trial', 'active', 'pastDue')
                        or t.status = 'suspended' and t.status_reason = 'unpaid') then 'cancelled'
                    else t.status_reason end,
                status = case when n.last and t.status in ('trial', 'active', 'pastDue') then 'suspended' else t.status end,
                version = t.version + 1
            from %s
            where t.id = n.tenant and (n.taken or n.last)
            """.formatted(NEXT);

    private static final String LOGGED = """
            insert into tenant_activity_log
                (tenant_id, id, actor, actor_kind, action, entity, entity_id, after, created_at, version)
            select n.tenant, n.log, 'system', 'system',
                   case when n.last then 'subscription.ended' else 'subscription.planTaken' end, 'tenant', n.tenant,
                   cast(case when n.last then json_build_object('status', 'cancelled')
                        else json_build_object('plan', p.code, 'version', p.version) end as text),
                   cast(?2 as timestamptz), 1
            from %s
            join tenant_plan p on p.id = n.plan
            where n.taken or n.last
            order by n.tenant
            """.formatted(NEXT);

    private static final String PERIODS =
            "select app.set_usage_periods(cast(?1 as uuid[]), cast(?2 as date[]), cast(?3 as date[]))";

    private static final String ALREADY = """
            select cast(json_build_array(json_build_object('n', count(*))) as text)
            from tenant_billing b
            join tenant t on t.id = b.tenant_id
            where b.period_start = cast(?1 as date) and t.time_zone = ?2 and b.status not in ('trial', 'cancelled')
              and (b.base_until > b.period_start or b.status = 'suspended')
            """;

    private TurnRows() {}

    /**
     * @param opened the period that is open now
     * @param ended whether another one was before
     * @param taken whether the plan is another one than before
     * @param last whether the subscription has ended
     */
    public record Next(
            UUID tenant,
            Period opened,
            boolean ended,
            LocalDate segmentStart,
            LocalDate anchor,
            LocalDate baseUntil,
            UUID plan,
            boolean taken,
            boolean last) {

        private Map<String, Object> values() {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("tenant", tenant.toString());
            values.put("log", Ids.next().toString());
            values.put("starts", opened.start().toString());
            values.put("ends", opened.end().toString());
            values.put("segment", segmentStart.toString());
            values.put("anchor", anchor.toString());
            values.put("base", baseUntil.toString());
            values.put("plan", plan.toString());
            values.put("taken", taken);
            values.put("last", last);
            return values;
        }
    }

    public static void advance(Rows rows, List<Next> next, Instant at) {
        String values = JsonText.of(next.stream().map(Next::values).toList());
        rows.run(SUBSCRIPTIONS, values);
        if (next.stream().anyMatch(n -> n.taken() || n.last())) {
            rows.run(TENANTS, values);
            rows.run(LOGGED, values, at.toString());
        }
        List<Next> ended = new ArrayList<>(next);
        ended.removeIf(n -> !n.ended());
        if (!ended.isEmpty()) {
            rows.run(
                    PERIODS,
                    SubscriberRows.array(ended.stream().map(Next::tenant).toList()),
                    SubscriberRows.array(
                            ended.stream().map(n -> n.opened().start()).toList()),
                    SubscriberRows.array(
                            ended.stream().map(n -> n.opened().end()).toList()));
        }
    }

    /** How many tenants of a zone have been invoiced for the period that begins on the day. */
    public static int already(Rows rows, LocalDate day, String zone) {
        return rows.read(ALREADY, day.toString(), zone).get(0).number("n");
    }
}
