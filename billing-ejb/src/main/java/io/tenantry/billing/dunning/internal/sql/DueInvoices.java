package io.tenantry.billing.dunning.internal.sql;

import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.job.JobSlot;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Finds, over all tenants of a time zone, about what something is to be done. */
public final class DueInvoices {

    /** Tenants with a step whose day has come and that was not done. */
    private static final String UNPAID = """
            select distinct i.tenant_id
            from invoice i join tenant t on t.id = i.tenant_id
            where i.status = 'open' and i.kind <> 'creditNote' and i.due_on < ?
                and t.time_zone = ? and t.status <> 'purging' and i.tenant_id > ?
                and exists (
                    select from unnest(?::text[], ?::integer[]) step (code, day)
                    where i.due_on + step.day <= ? and not exists (
                        select from dunning_step d
                        where d.tenant_id = i.tenant_id and d.invoice_id = i.id and d.step = step.code
                    )
                )
            order by i.tenant_id
            limit ?
            """;

    /** A week back: missed days are caught up one by one, and what is older was there before anybody was written to. */
    private static final String UNTOLD = """
            select i.tenant_id, i.id
            from invoice i join tenant t on t.id = i.tenant_id
            where i.status in ('open', 'paid') and i.kind <> 'creditNote' and i.issued_on > ? and i.issued_on <= ?
                and t.time_zone = ? and t.status <> 'purging' and (i.tenant_id, i.id) > (?, ?)
                and not exists (
                    select from dunning_step d
                    where d.tenant_id = i.tenant_id and d.invoice_id = i.id and d.step = 'issued'
                )
            order by i.tenant_id, i.id
            limit ?
            """;

    private static final UUID FIRST = new UUID(0, 0);

    private DueInvoices() {}

    /** An invoice about which nobody has been written to. */
    public record Untold(TenantId tenant, UUID invoice) {}

    /**
     * @param after the last one before, or {@code null}
     * @param codes of all steps, with their {@code days}
     */
    public static List<TenantId> unpaid(
            Connection connection, JobSlot slot, TenantId after, List<String> codes, List<Integer> days, int limit)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(UNPAID)) {
            statement.setObject(1, slot.day());
            statement.setString(2, slot.zone().getId());
            statement.setObject(3, after == null ? FIRST : after.value());
            statement.setArray(4, connection.createArrayOf("text", codes.toArray()));
            statement.setArray(5, connection.createArrayOf("integer", days.toArray()));
            statement.setObject(6, slot.day());
            statement.setInt(7, limit);
            List<TenantId> tenants = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    tenants.add(new TenantId(rows.getObject(1, UUID.class)));
                }
            }
            return tenants;
        }
    }

    /** @param after the last one before, or {@code null} */
    public static List<Untold> untold(Connection connection, JobSlot slot, Untold after, int limit)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(UNTOLD)) {
            statement.setObject(1, slot.day().minusWeeks(1));
            statement.setObject(2, slot.day());
            statement.setString(3, slot.zone().getId());
            statement.setObject(4, after == null ? FIRST : after.tenant().value());
            statement.setObject(5, after == null ? FIRST : after.invoice());
            statement.setInt(6, limit);
            List<Untold> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new Untold(new TenantId(rows.getObject(1, UUID.class)), rows.getObject(2, UUID.class)));
                }
            }
            return found;
        }
    }
}
