package io.tenantry.it.product;

import io.tenantry.it.product.Tenants.Tenant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;

/** What tenants subscribe to. */
public final class Subscriptions {

    public static final String SUBSCRIPTION = "/api/billing/subscription";

    private Subscriptions() {}

    public static Answer of(Tenant tenant) {
        return tenant.owner().get(SUBSCRIPTION).expect(200);
    }

    public static Map<String, Object> change(String plan, String when) {
        return Json.object("plan", plan, "when", when);
    }

    /** The day it is in UTC by the product's clock. */
    public static LocalDate today(Api platform) {
        String now = platform.get("/api/admin/clock").expect(200).text("now");
        return OffsetDateTime.parse(now).atZoneSameInstant(ZoneOffset.UTC).toLocalDate();
    }

    /** As if the trial had begun earlier. */
    public static void trialEndsOn(Tenant tenant, LocalDate end) {
        ProductDatabase.tamper("""
                update tenant_billing
                set period_start = d.ends - 14, segment_start = d.ends - 14, period_end = d.ends, anchor = d.ends,
                    base_until = d.ends, billing_day = extract(day from d.ends)
                from (select ?::date as ends) as d
                where tenant_id = ?::uuid and status = 'trial'
                """, end.toString(), tenant.id());
    }

    /** As if the first period had begun some days ago and its base price, net, had been invoiced. */
    public static void billed(Tenant tenant, LocalDate start, LocalDate end, String amount) {
        ProductDatabase.tamper("""
                with moved as (
                    update tenant_billing
                    set anchor = d.starts, period_start = d.starts, segment_start = d.starts, period_end = d.ends,
                        base_until = d.ends, billing_day = extract(day from d.starts)
                    from (select ?::date as starts, ?::date as ends) as d
                    where tenant_id = ?::uuid
                    returning tenant_id, d.starts, d.ends
                ), made as (
                    insert into invoice (tenant_id, id, kind, status, number, currency, plan_id, period_start, period_end,
                        subtotal, tax, total, credit_applied, taxes, seller, buyer, issued_on, created_at, version)
                    select t.id, gen_random_uuid(), 'period', 'open', 'T-' || t.id, 'USD', t.plan_id, m.starts, m.ends,
                        a.net, 0, a.net, 0, '[]', '{}', '{}', m.starts, now(), 1
                    from moved m join tenant t on t.id = m.tenant_id, (select ?::numeric as net) as a
                    returning tenant_id, id, period_start, period_end, subtotal
                )
                insert into invoice_line (tenant_id, id, invoice_id, position, kind, text_key, text_args, amount, starts, ends,
                    created_at, version)
                select tenant_id, gen_random_uuid(), id, 0, 'base', 'billing.invoice.line.base', '["Test"]', subtotal,
                    period_start, period_end, now(), 1
                from made
                """, start.toString(), end.toString(), tenant.id(), amount);
    }
}
