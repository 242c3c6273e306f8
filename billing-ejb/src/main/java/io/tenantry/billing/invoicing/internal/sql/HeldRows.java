package io.tenantry.billing.invoicing.internal.sql;

import io.tenantry.billing.invoicing.internal.Row;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Keeps what invoices are made from as it is until the transaction ends; always in this order. */
public final class HeldRows {

    private static final String DUE = """
            t.status <> 'purging' and b.status not in ('trial', 'cancelled')
                  and not (b.status = 'suspended' and t.resume_to is not distinct from 'trial')
                  and (b.period_end <= cast(?1 as date)
                       or (b.base_until <= b.period_start and b.period_start <= cast(?1 as date)
                           and b.status <> 'suspended' and t.status not in ('suspended', 'closing')))
            """;

    /** What refers to the tenants may go on being written. Whoever is at work on one of them keeps it. */
    private static final String CLAIM = """
            select cast(json_agg(json_build_object('tenant', x.tenant_id) order by x.tenant_id) as text)
            from (
                select b.tenant_id
                from tenant_billing b
                join tenant t on t.id = b.tenant_id
                where %s and t.time_zone = ?2 and b.tenant_id > cast(?3 as uuid)
                order by b.tenant_id
                limit cast(?4 as integer)
                for no key update of b, t skip locked
            ) as x
            """.formatted(DUE);

    private static final String STILL_DUE = """
            select cast(json_agg(json_build_object('tenant', b.tenant_id) order by b.tenant_id) as text)
            from tenant_billing b
            join tenant t on t.id = b.tenant_id
            where %s and t.time_zone = ?2
            """.formatted(DUE);

    private static final String CLAIM_ONE = """
            select cast(json_agg(json_build_object('tenant', x.tenant_id)) as text)
            from (
                select b.tenant_id
                from tenant_billing b
                join tenant t on t.id = b.tenant_id
                where %s and b.tenant_id = cast(?2 as uuid)
                for no key update of b, t
            ) as x
            """.formatted(DUE);

    private static final String LOCK = """
            select b.tenant_id
            from tenant_billing b
            join tenant t on t.id = b.tenant_id
            where b.tenant_id = cast(?1 as uuid)
            for no key update of b, t
            """;

    /** Whoever counts usage has counted, or waits and then counts in the period that is open by then. */
    private static final String CLOSE_PERIODS = "select app.close_usage_periods(cast(?1 as uuid[]))";

    /** Who counts without end keeps nobody else waiting for the chunk: it is then done tenant by tenant. */
    private static final String PATIENCE = "select set_config('lock_timeout', '3s', true)";

    private static final String LOCK_CREDIT = """
            select g.id from credit_grant g
            where g.tenant_id = any (cast(?1 as uuid[])) and g.remaining > 0
            order by g.tenant_id, g.id
            for no key update
            """;

    private HeldRows() {}

    /** Tenants of a zone for which something is due, and which nobody else works on; in the order of their ids. */
    public static List<UUID> claim(Rows rows, LocalDate day, String zone, UUID after, int limit) {
        return tenants(rows.read(CLAIM, day.toString(), zone, after.toString(), Integer.toString(limit)));
    }

    /** All for which something is due, whoever works on them. */
    public static List<UUID> stillDue(Rows rows, LocalDate day, String zone) {
        return tenants(rows.read(STILL_DUE, day.toString(), zone));
    }

    /** Whether something is due for the tenant; waits a few seconds for whoever works on it, and then is refused. */
    public static List<UUID> claim(Rows rows, LocalDate day, UUID tenant) {
        rows.run(PATIENCE);
        return tenants(rows.read(CLAIM_ONE, day.toString(), tenant.toString()));
    }

    /** Waits for whoever works on the tenant's invoices. */
    public static void lock(Rows rows, UUID tenant) {
        rows.run(LOCK, tenant.toString());
    }

    public static void closePeriods(Rows rows, Collection<UUID> tenants) {
        rows.run(PATIENCE);
        rows.run(CLOSE_PERIODS, SubscriberRows.array(tenants));
    }

    public static void lockCredit(Rows rows, Collection<UUID> tenants) {
        rows.run(LOCK_CREDIT, SubscriberRows.array(tenants));
    }

    private static List<UUID> tenants(List<Row> rows) {
        return rows.stream().map(row -> row.id("tenant")).toList();
    }
}
