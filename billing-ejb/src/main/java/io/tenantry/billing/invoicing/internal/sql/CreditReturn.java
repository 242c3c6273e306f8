package io.tenantry.billing.invoicing.internal.sql;

import java.time.Instant;
import java.util.UUID;

/** Gives back the credit that an invoice used, to the grants it came from. */
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
            """;

    private static final String ENTRIES = """
            insert into credit_entry (tenant_id, id, grant_id, kind, amount, invoice_id, actor, created_at, version)
            select e.tenant_id, gen_random_uuid(), e.grant_id, 'returned', - e.amount, e.invoice_id, ?3,
                   cast(?4 as timestamptz), 1
            from credit_entry e
            where e.tenant_id = cast(?1 as uuid) and e.invoice_id = cast(?2 as uuid) and e.kind = 'applied'
            """;

    private CreditReturn() {}

    public static void ofInvoice(Rows rows, UUID tenant, UUID invoice, String actor, Instant at) {
        rows.run(GRANTS, tenant.toString(), invoice.toString());
        rows.run(ENTRIES, tenant.toString(), invoice.toString(), actor, at.toString());
    }
}
