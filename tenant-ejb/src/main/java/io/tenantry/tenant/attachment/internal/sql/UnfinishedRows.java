package io.tenantry.tenant.attachment.internal.sql;

import io.tenantry.platform.tenancy.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Finds files of all tenants that are not stored, or not yet gone, as the role of jobs. */
public final class UnfinishedRows {

    private static final String BEFORE = """
            select tenant_id, id from attachment
            where status <> 'stored' and touched_at < ?
            order by touched_at limit ?
            """;

    /** Where to go on. */
    public record Unfinished(TenantId tenant, UUID id) {}

    private UnfinishedRows() {}

    /** Those left alone since {@code time}, the oldest first. */
    public static List<Unfinished> before(Connection connection, Instant time, int most) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BEFORE)) {
            statement.setTimestamp(1, Timestamp.from(time));
            statement.setInt(2, most);
            try (ResultSet rows = statement.executeQuery()) {
                List<Unfinished> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(
                            new Unfinished(new TenantId(rows.getObject(1, UUID.class)), rows.getObject(2, UUID.class)));
                }
                return found;
            }
        }
    }
}
