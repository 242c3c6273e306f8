package io.tenantry.billing.credit.internal.sql;

import io.tenantry.platform.id.Ids;
import io.tenantry.tenant.job.JobSlot;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.UUID;
import java.util.stream.Stream;

/** Set-based expiry over all tenants of a time zone. */
public final class ExpiryStatements {

    /** What somebody is using right now is waited for: it may have nothing left then. */
    private static final String EXPIRE = """
            with due as (
                select g.tenant_id, g.id, g.remaining, row_number() over () as no
                from (
                    select g.tenant_id, g.id, g.remaining
                    from credit_grant g join tenant t on t.id = g.tenant_id
                    where t.time_zone = ? and g.remaining > 0 and g.expires_on <= ?
                    order by g.tenant_id, g.id
                    limit ?
                    for update of g
                ) g
            ), emptied as (
                update credit_grant g set remaining = 0, version = g.version + 1
                from due where g.tenant_id = due.tenant_id and g.id = due.id
            )
            insert into credit_entry (tenant_id, id, grant_id, kind, amount, actor, created_at, version)
            select due.tenant_id, (?::uuid[])[due.no], due.id, 'expired', -due.remaining, 'system', ?, 1
            from due
            """;

    private ExpiryStatements() {}

    /** @return how many grants, at most {@code limit} */
    public static int expire(Connection connection, JobSlot slot, int limit) throws SQLException {
        UUID[] ids = Stream.generate(Ids::next).limit(limit).toArray(UUID[]::new);
        try (PreparedStatement statement = connection.prepareStatement(EXPIRE)) {
            statement.setString(1, slot.zone().getId());
            statement.setObject(2, slot.day());
            statement.setInt(3, limit);
            statement.setArray(4, connection.createArrayOf("uuid", ids));
            statement.setTimestamp(5, Timestamp.from(slot.at()));
            return statement.executeUpdate();
        }
    }
}
