package io.tenantry.billing.trial.internal.sql;

import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.job.JobSlot;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Trials of all tenants. */
public final class TrialRows {

    private static final String DUE = """
            select b.tenant_id
            from tenant_billing b
            join tenant t on t.id = b.tenant_id
            where b.status = 'trial' and t.status = 'trial' and t.time_zone = ?
              and (b.period_end <= cast(? as date) or b.period_end - cast(? as date) = any (?))
            order by b.tenant_id
            """;

    private TrialRows() {}

    /** Those that are over when the slot's day begins, and those of which to tell on it. */
    public static List<TenantId> due(Connection connection, JobSlot slot, List<Integer> daysBefore)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DUE)) {
            statement.setString(1, slot.zone().getId());
            statement.setString(2, slot.day().toString());
            statement.setString(3, slot.day().toString());
            statement.setArray(4, connection.createArrayOf("int4", daysBefore.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                List<TenantId> due = new ArrayList<>();
                while (rows.next()) {
                    due.add(new TenantId(rows.getObject(1, UUID.class)));
                }
                return due;
            }
        }
    }
}
