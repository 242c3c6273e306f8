package io.tenantry.tenant.usage.internal.sql;

import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.usage.internal.CallCounts.Turn;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Brings the API calls of many tenants at once, as the role of jobs. */
public final class CallStatements {

    private static final String ADD = """
            select tenant_id, exhausted, untold
            from app.add_api_calls(
                ?, ?, ?::uuid[], ?::timestamptz[], ?::bigint[], ?::integer[], ?::timestamptz)
            """;

    private CallStatements() {}

    /** Where a tenant stands after it: at its hard limit, and with something to tell its owners. */
    public record Standing(TenantId tenant, boolean exhausted, boolean untold) {}

    public static List<Standing> add(Connection connection, Turn turn, Thresholds thresholds, Instant now)
            throws SQLException {
        List<UUID> tenants = new ArrayList<>();
        List<String> quarters = new ArrayList<>();
        List<Long> calls = new ArrayList<>();
        turn.calls().forEach((key, count) -> {
            tenants.add(key.tenant().value());
            quarters.add(key.quarter().toString());
            calls.add(count);
        });
        try (PreparedStatement statement = connection.prepareStatement(ADD)) {
            statement.setObject(1, turn.node());
            statement.setLong(2, turn.number());
            statement.setArray(3, connection.createArrayOf("uuid", tenants.toArray()));
            statement.setArray(4, connection.createArrayOf("text", quarters.toArray()));
            statement.setArray(5, connection.createArrayOf("bigint", calls.toArray()));
            statement.setString(6, thresholds.array());
            statement.setTimestamp(7, Timestamp.from(now));
            try (ResultSet rows = statement.executeQuery()) {
                List<Standing> standings = new ArrayList<>();
                while (rows.next()) {
                    standings.add(new Standing(
                            new TenantId(rows.getObject(1, UUID.class)), rows.getBoolean(2), rows.getBoolean(3)));
                }
                return standings;
            }
        }
    }
}
