package io.tenantry.billing.invoicing.internal.sql;

/** The statements of {@link InvoiceRows}: each writes any number of rows, of any number of tenants. */
final class InvoiceSql {

    static final String GRANTS_USED = """
            update credit_grant g
            set remaining = g.remaining - n.amount, version = g.version + 1
            from json_to_recordset(cast(?1 as json)) as n (tenant uuid, "grant" uuid, amount numeric)
            where g.tenant_id = n.tenant and g.id = n.grant
            """;

    static final String DISCOUNTS_USED = """
            with used as (
                update tenant_discount d
                set periods = d.periods - 1, version = d.version + 1
                from json_to_recordset(cast(?1 as json)) as n (tenant uuid, invoice uuid, discount uuid)
                where d.tenant_id = n.tenant and d.id = n.discount and d.periods > 0
                returning d.tenant_id, n.invoice, d.id
            )
            insert into discount_use (tenant_id, invoice_id, discount_id)
            select u.tenant_id, u.invoice, u.id from used u
            """;

    static final String GRANT_CARRIED = """
            insert into credit_grant
                (tenant_id, id, currency, amount, remaining, source, reason, expires_on, created_at, version)
            select n.tenant, n.id, n.currency, n.amount, n.amount, n.source, n.reason, null, n.at, 1
            from json_to_recordset(cast(?1 as json))
                as n (tenant uuid, id uuid, currency text, amount numeric, source text, reason text, at timestamptz)
            """;

    /** The row stays locked until the transaction ends, which is why it comes after all that may have to wait. */
    static final String NUMBERS = """
            with taken as (
                update invoice_series set last = last + cast(?2 as bigint) where code = ?1 returning prefix, last
            )
            select cast(json_agg(json_build_object('prefix', t.prefix, 'last', t.last)) as text) from taken t
            """;

    static final String INVOICES = """
            insert into invoice
                (tenant_id, id, kind, occasion, status, number, currency, plan_id, period_start, period_end, subtotal, tax,
                 total, credit_applied, amount_paid, taxes, seller, buyer, corrects_id, issued_at, issued_on, due_on,
                 settled_at, created_at, version)
            select n.tenant, n.id, n.kind, n.occasion, n.status, n.number, n.currency, n.plan, n.starts, n.ends, n.subtotal,
                   n.tax, n.total, n.applied, 0, n.taxes, ?2, n.buyer, n.corrects, n.at, n.day,
                   n.day + cast(?3 as integer), case when n.status = 'paid' then n.at end, n.at, 1
            from json_to_recordset(cast(?1 as json)) as n (
                tenant uuid, id uuid, kind text, occasion text, status text, number text, currency text, plan uuid,
                starts date, ends date, subtotal numeric, tax numeric, total numeric, applied numeric, taxes text,
                buyer text, corrects uuid, at timestamptz, day date)
            """;

    static final String LINES = """
            insert into invoice_line
                (tenant_id, id, invoice_id, position, kind, text_key, text_args, resource, quantity, unit_price, amount,
                 starts, ends, steps, created_at, version)
            select n.tenant, n.id, n.invoice, n.position, n.kind, n.key, n.args, n.resource, n.quantity, n.price, n.amount,
                   n.starts, n.ends, n.steps, n.at, 1
            from json_to_recordset(cast(?1 as json)) as n (
                tenant uuid, id uuid, invoice uuid, position integer, kind text, key text, args text, resource text,
                quantity numeric, price numeric, amount numeric, starts date, ends date, steps text, at timestamptz)
            """;

    static final String USAGE = """
            insert into billed_usage
                (tenant_id, id, invoice_id, resource, plan_id, starts, ends, cycle_days, used, included, amount, created_at,
                 version)
            select n.tenant, n.id, n.invoice, n.resource, n.plan, n.starts, n.ends, n.cycle, n.used, n.included, n.amount,
                   n.at, 1
            from json_to_recordset(cast(?1 as json)) as n (
                tenant uuid, id uuid, invoice uuid, resource text, plan uuid, starts date, ends date, cycle integer,
                used numeric, included numeric, amount numeric, at timestamptz)
            """;

    static final String ENTRIES = """
            insert into credit_entry (tenant_id, id, grant_id, kind, amount, invoice_id, actor, created_at, version)
            select n.tenant, n.id, n.grant, n.kind, n.amount, n.invoice, ?2, n.at, 1
            from json_to_recordset(cast(?1 as json)) as n (
                tenant uuid, id uuid, "grant" uuid, kind text, amount numeric, invoice uuid, at timestamptz)
            """;

    /** What came to nothing is settled by no invoice, which the nil id stands for. */
    static final String SETTLED = """
            update late_usage l
            set settled_invoice = coalesce(n.invoice, '00000000-0000-0000-0000-000000000000')
            from json_to_recordset(cast(?1 as json)) as n (tenant uuid, late uuid, invoice uuid)
            where l.tenant_id = n.tenant and l.id = n.late
            """;

    static final String LOGGED = """
            insert into tenant_activity_log
                (tenant_id, id, actor, actor_kind, action, entity, entity_id, after, created_at, version)
            select n.tenant, n.log, ?2, 'system', 'invoice.issued', 'invoice', n.id,
                   cast(json_build_object('number', n.number, 'total', cast(n.total as text), 'currency', n.currency) as text),
                   n.at, 1
            from json_to_recordset(cast(?1 as json))
                as n (tenant uuid, log uuid, id uuid, number text, total numeric, currency text, at timestamptz)
            order by n.tenant
            """;

    private InvoiceSql() {}
}
