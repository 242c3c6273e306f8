package io.tenantry.billing.change.internal.sql;

import io.tenantry.billing.change.internal.PaidBase;
import io.tenantry.billing.subscription.Period;
import io.tenantry.platform.money.Money;
import io.tenantry.platform.money.Rounding;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.Currency;

/** What the invoices of the thread's tenant charge for being on a plan. */
public final class BilledBase {

    /**
     * Lines are net; where prices include tax, what they come to with it is compared with prices. Discounts are taken off
     * what an invoice charges, not off what it gives back; credit notes are spread over all of it. Quotients are short of
     * what they stand for: they are rounded before what is kept is cut to the currency.
     */
    private static final String SUM = """
            with billed as (
                select i.id, i.total,
                       sum(l.amount) filter (where c.of_cycle and l.amount > 0) as charged,
                       sum(l.amount) filter (where c.of_cycle and l.amount < 0) as given_back,
                       sum(l.amount) filter (where not c.discount and l.kind <> 'credit'
                           and (l.kind <> 'proration' or l.amount > 0)) as before,
                       sum(l.amount) filter (where c.discount) as discounts,
                       case when bool_or(p.prices_include_tax) and i.subtotal > 0 then i.total / i.subtotal else 1 end
                           as taxed,
                       (select coalesce(sum(n.total), 0) from invoice n
                           where n.tenant_id = app.tenant() and n.corrects_id = i.id) as credited
                from invoice i
                join invoice_line l on l.tenant_id = i.tenant_id and l.invoice_id = i.id
                cross join lateral (
                    select l.kind in ('base', 'proration') and l.starts >= cast(?1 as date) and l.ends <= cast(?2 as date)
                               as of_cycle,
                           l.text_key = 'billing.invoice.line.discount' as discount) as c
                left join billing_profile p on p.tenant_id = i.tenant_id
                where i.tenant_id = app.tenant() and l.tenant_id = app.tenant()
                  and i.status in ('open', 'paid') and i.currency = ?3 and i.kind <> 'creditNote'
                group by i.tenant_id, i.id
                having bool_or(c.of_cycle)
            ), shared as (
                select coalesce(b.charged, 0) * b.taxed as charged, coalesce(b.given_back, 0) * b.taxed as given_back,
                       case when b.before > 0 then (b.before + coalesce(b.discounts, 0)) / b.before else 1 end as discounted,
                       case when b.total > 0 then (b.total - b.credited) / b.total else 1 end as kept
                from billed b
            )
            select coalesce(sum(s.charged * s.discounted) / nullif(sum(s.charged), 0), 1),
                   trunc(round(coalesce(sum((s.charged * s.discounted + s.given_back) * s.kept), 0), 9), cast(?4 as integer))
            from shared s
            """;

    private BilledBase() {}

    /** What was really billed for the days of a cycle: base price, and what changes of plan took back or added. */
    public static PaidBase of(EntityManager entityManager, Period cycle, Currency currency) {
        Object[] sums = (Object[]) entityManager
                .createNativeQuery(SUM)
                .setParameter(1, cycle.start().toString())
                .setParameter(2, cycle.end().toString())
                .setParameter(3, currency.getCurrencyCode())
                .setParameter(4, currency.getDefaultFractionDigits())
                .getSingleResult();
        Money kept = Rounding.toMoney(((BigDecimal) sums[1]).max(BigDecimal.ZERO), currency);
        return new PaidBase((BigDecimal) sums[0], kept);
    }
}
