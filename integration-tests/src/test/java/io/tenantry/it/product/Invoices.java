package io.tenantry.it.product;

import io.tenantry.it.product.Tenants.Tenant;
import java.util.UUID;

/** Invoices of tenants. */
public final class Invoices {

    public static final String INVOICES = "/api/billing/invoices";

    private Invoices() {}

    /** One without a number, of 10.00 EUR and 21 %, with one line. */
    public static String draft(Tenant tenant) {
        String id = UUID.randomUUID().toString();
        ProductDatabase.tamper("""
                insert into invoice (tenant_id, id, kind, occasion, status, currency, plan_id, period_start, period_end,
                    subtotal, tax, total, credit_applied, taxes, seller, buyer, created_at, version)
                select t.id, ?::uuid, 'manual', ?, 'draft', 'EUR', t.plan_id, date '2026-03-01', date '2026-04-01',
                    10, 2.1, 12.1, 0,
                    '[{"name":"IVA","percent":"21","treatment":"standard","net":"10.00","tax":"2.10"}]',
                    '{"name":"Tenantry SL","country":"ES","taxId":"ESB12345674"}',
                    json_build_object('name', t.name, 'country', 'ES')::text, now(), 1
                from tenant t where t.id = ?::uuid
                """, id, id, tenant.id());
        ProductDatabase.tamper("""
                insert into invoice_line (tenant_id, id, invoice_id, position, kind, text_key, text_args, amount,
                    created_at, version)
                values (?::uuid, gen_random_uuid(), ?::uuid, 0, 'base', 'billing.invoice.line.base', '["Test"]', 10, now(), 1)
                """, tenant.id(), id);
        return id;
    }

    /** As {@link #draft}, but with a number, and due in a time that no test comes to. */
    public static String issued(Tenant tenant, String number) {
        String id = draft(tenant);
        ProductDatabase.tamper("""
                update invoice
                set number = ?, status = 'open', issued_on = date '2026-04-01', issued_at = now(), due_on = date '2099-04-01'
                where id = ?::uuid
                """, number, id);
        return id;
    }
}
