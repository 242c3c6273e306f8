package io.tenantry.tenant.event.internal.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;

/** Drops events of all tenants, as the role of jobs. */
public final class PurgeStatements {

    private static final String PURGE = """
            delete from tenant_event where (tenant_id, id) in (
                select e.tenant_id, e.id from tenant_event e
                where e.created_at < ? and not exists (
                    select from webhook_delivery d
                    where d.tenant_id = e.tenant_id and d.event_id = e.id and d.state = 'waiting')
                order by e.created_at
                limit ?)
            """;

    private PurgeStatements() {}

    /** @return how many of at most {@code most} went; those that a delivery waits for stay */
    public static int purge(Connection connection, Instant before, int most) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PURGE)) {
            statement.setTimestamp(1, Timestamp.from(before));
            statement.setInt(2, most);
            return statement.executeUpdate();
        }
    }
}
