package io.tenantry.billing.change.internal.sql;

import io.tenantry.billing.subscription.Period;
import io.tenantry.platform.money.Money;
import io.tenantry.platform.money.Rounding;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.Currency;

/** What the invoices of the thread's tenant charge for being on a plan. */
public final class BilledBase {

    /** Lines are net; where prices include tax, what they come to with it is compared with prices. */
    private static final String SUM = """
            select coalesce(sum(
                case when p.prices_include_tax and i.subtotal > 0 then l.amount * i.total / i.subtotal else l.amount end), 0)
            from invoice_line l
            join invoice i on i.tenant_id = l.tenant_id and i.id = l.invoice_id
            left join billing_profile p on p.tenant_id = l.tenant_id
            where l.tenant_id = app.tenant() and i.tenant_id = app.tenant()
              and l.kind in ('base', 'proration') and l.starts >= cast(?1 as date) and l.ends <= cast(?2 as date)
              and i.status in ('open', 'paid') and i.currency = ?3 and i.kind <> 'creditNote'
            """;

    private BilledBase() {}

    /** What was really billed for the days of a cycle: base price, and what changes of plan took back or added. */
    public static Money of(EntityManager entityManager, Period cycle, Currency currency) {
        BigDecimal sum = (BigDecimal) entityManager
                .createNativeQuery(SUM)
                .setParameter(1, cycle.start().toString())
                .setParameter(2, cycle.end().toString())
                .setParameter(3, currency.getCurrencyCode())
                .getSingleResult();
        return Rounding.toMoney(sum.max(BigDecimal.ZERO), currency);
    }
}
