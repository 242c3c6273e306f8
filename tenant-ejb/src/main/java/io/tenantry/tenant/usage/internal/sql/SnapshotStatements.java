package io.tenantry.tenant.usage.internal.sql;

import io.tenantry.tenant.job.JobReport;
import io.tenantry.tenant.job.JobSlot;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Writes days of many tenants, as the role of jobs, and drops what is old. */
public final class SnapshotStatements {

    private static final String TENANTS = """
            select id from tenant where time_zone = ? and id > ? and status <> 'purging' order by id limit ?
            """;

    /** Changes before that are no longer known. */
    private static final String WRITE = """
            select count(*), count(*) filter (where not already), count(*) filter (where already)
            from app.snapshot_levels(?::uuid[], ?::date, ?::date, ?::timestamptz)
            """;

    /** Each of what is older than a time, at most so much. */
    public static final List<String> PURGES = List.of(
            """
            delete from usage_event where (tenant_id, event_id) in (
                select tenant_id, event_id from usage_event where received_at < ? limit ?)
            """, """
            delete from usage_level_change where (tenant_id, id) in (
                select tenant_id, id from usage_level_change where at < ? limit ?)
            """, "delete from usage_flush where node in (select node from usage_flush where at < ? limit ?)");

    /** The same of answers kept for requests that are sent again. */
    public static final String PURGE_ANSWERS = """
            delete from idempotent_answer where (tenant_id, account_id, key) in (
                select tenant_id, account_id, key from idempotent_answer where created_at < ? limit ?)
            """;

    private SnapshotStatements() {}

    /** The next ones of a zone. */
    public static List<UUID> tenants(Connection connection, ZoneId zone, UUID after, int most) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TENANTS)) {
            statement.setString(1, zone.getId());
            statement.setObject(2, after);
            statement.setInt(3, most);
            try (ResultSet rows = statement.executeQuery()) {
                List<UUID> tenants = new ArrayList<>();
                while (rows.next()) {
                    tenants.add(rows.getObject(1, UUID.class));
                }
                return tenants;
            }
        }
    }

    public static JobReport write(Connection connection, List<UUID> tenants, JobSlot slot) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(WRITE)) {
            statement.setArray(1, connection.createArrayOf("uuid", tenants.toArray()));
            statement.setString(2, slot.day().toString());
            statement.setString(3, slot.day().minusMonths(12).toString());
            statement.setTimestamp(4, Timestamp.from(slot.at()));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new JobReport(row.getLong(1), row.getLong(2), row.getLong(3), List.of());
            }
        }
    }

    /** @return how much was dropped */
    public static int purge(Connection connection, String purge, Instant before, int most) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(purge)) {
            statement.setTimestamp(1, Timestamp.from(before));
            statement.setInt(2, most);
            return statement.executeUpdate();
        }
    }
}
