package io.tenantry.billing.invoicing.internal.sql;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Gives back the credit that an invoice used: to the grants it came from, or as new credit if those have expired. */
public final class CreditReturn {

    private static final String GRANTS = """
            update credit_grant g
            set remaining = g.remaining + a.amount, version = g.version + 1
            from (
                select e.grant_id, - sum(e.amount) as amount
                from credit_entry e
                where e.tenant_id = cast(?1 as uuid) and e.invoice_id = cast(?2 as uuid) and e.kind = 'applied'
                group by e.grant_id
            ) as a
            where g.tenant_id = cast(?1 as uuid) and g.id = a.grant_id
              and (g.expires_on is null or g.expires_on > cast(?3 as date))
            """;

    private static final String ENTRIES = """
            insert into credit_entry (tenant_id, id, grant_id, kind, amount, invoice_id, actor, created_at, version)
            select e.tenant_id, gen_random_uuid(), e.grant_id, 'returned', - e.amount, e.invoice_id, ?3,
                   cast(?4 as timestamptz), 1
            from credit_entry e
            join credit_grant g on g.tenant_id = e.tenant_id and g.id = e.grant_id
            where e.tenant_id = cast(?1 as uuid) and e.invoice_id = cast(?2 as uuid) and e.kind = 'applied'
              and (g.expires_on is null or g.expires_on > cast(?5 as date))
            """;

    private static final String REFUND = """
            with expired as (
                select g.currency, - sum(e.amount) as amount
                from credit_entry e
                join credit_grant g on g.tenant_id = e.tenant_id and g.id = e.grant_id
                where e.tenant_id = cast(?1 as uuid) and e.invoice_id = cast(?2 as uuid) and e.kind = 'applied'
                  and g.expires_on <= cast(?5 as date)
                group by g.currency
            ), refund as (
                insert into credit_grant
                    (tenant_id, id, currency, amount, remaining, source, reason, expires_on, created_at, version)
                select cast(?1 as uuid), gen_random_uuid(), x.currency, x.amount, x.amount, 'refund', ?6, null,
                       cast(?4 as timestamptz), 1
                from expired x
                returning *
            )
            insert into credit_entry (tenant_id, id, grant_id, kind, amount, invoice_id, actor, created_at, version)
            select r.tenant_id, gen_random_uuid(), r.id, 'granted', r.amount, cast(?2 as uuid), ?3, r.created_at, 1
            from refund r
            """;

    private CreditReturn() {}

    /**
     * @param today what expires then or has before is not worth anything any more
     * @param reason of new credit, as the tenant reads it
     */
    public static void ofInvoice(
            Rows rows, UUID tenant, UUID invoice, String actor, Instant at, LocalDate today, String reason) {
        rows.run(GRANTS, tenant.toString(), invoice.toString(), today.toString());
        rows.run(ENTRIES, tenant.toString(), invoice.toString(), actor, at.toString(), today.toString());
        rows.run(REFUND, tenant.toString(), invoice.toString(), actor, at.toString(), today.toString(), reason);
    }
}
