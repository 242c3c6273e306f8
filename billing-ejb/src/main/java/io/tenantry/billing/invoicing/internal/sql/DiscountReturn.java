package io.tenantry.billing.invoicing.internal.sql;

import java.util.UUID;

/** Gives back the periods of discounts that an invoice used up. */
public final class DiscountReturn {

    private static final String RETURN = """
            with returned as (
                delete from discount_use u
                where u.tenant_id = cast(?1 as uuid) and u.invoice_id = cast(?2 as uuid)
                returning u.tenant_id, u.discount_id
            )
            update tenant_discount d
            set periods = d.periods + 1, version = d.version + 1
            from returned r
            where d.tenant_id = r.tenant_id and d.id = r.discount_id
            """;

    private DiscountReturn() {}

    public static void ofInvoice(Rows rows, UUID tenant, UUID invoice) {
        rows.run(RETURN, tenant.toString(), invoice.toString());
    }
}
