package io.tenantry.tenant.job.internal.sql;

import io.tenantry.platform.id.Ids;
import io.tenantry.tenant.job.JobFailure;
import io.tenantry.tenant.job.JobReport;
import io.tenantry.tenant.job.JobSlot;
import io.tenantry.tenant.job.internal.Claim;
import io.tenantry.tenant.job.internal.Node;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who runs a slot, and what came of it. All times are real ones. */
public final class ClaimStatements {

    private static final String INSERT = """
            insert into job_run as r (id, job, day, zone, by_hand, status, node, claimed_at, lease_until)
            values (?, ?, ?::date, ?, ?, 'running', ?, ?, ?)
            """;

    /** One that failed when its time has come, and one whose node has died. */
    private static final String TAKE_OVER = """
            on conflict (job, zone, day) where not by_hand do update
            set status = 'running', attempt = r.attempt + 1, node = excluded.node, claimed_at = excluded.claimed_at,
                lease_until = excluded.lease_until, retry_at = null
            where r.status = 'failed' and (r.retry_at <= excluded.claimed_at or ?)
               or r.status = 'running' and (r.lease_until <= excluded.claimed_at
                                            or r.node = excluded.node and r.claimed_at < ?)
            """;

    /** Nobody waits for the disk: what a crash of the database forgets runs again, and does nothing then. */
    private static final String UNHURRIED = "set local synchronous_commit to off";

    private static final String RETURNING = "returning r.id, r.attempt";

    private static final String STATUS =
            "select status from job_run where job = ? and zone = ? and day = ?::date and not by_hand";

    private static final String RENEW =
            "update job_run set lease_until = ? where id = ? and attempt = ? and status = 'running'";

    private static final String DONE = """
            with line as (
                update job_line l set next_day = greatest(l.next_day, r.day + 1)
                from job_run r
                where r.id = ? and r.attempt = ? and r.status = 'running' and not r.by_hand
                  and l.job = r.job and l.zone = r.zone
            )
            update job_run
            set status = 'done', finished_at = ?, due = ?, done = ?, already = ?, failed = ?,
                failures = (select coalesce(jsonb_agg(jsonb_build_object('tenant', f.tenant, 'rule', f.rule)), '[]')
                            from unnest(?::uuid[], ?::text[]) as f (tenant, rule))
            where id = ? and attempt = ? and status = 'running'
            """;

    private static final String FAILED = """
            update job_run set status = 'failed', finished_at = ?, retry_at = ?
            where id = ? and attempt = ? and status = 'running'
            """;

    /** More would tell nobody anything. */
    private static final int MOST_FAILURES = 1000;

    private ClaimStatements() {}

    /**
     * What is to be claimed.
     *
     * @param lease until when the claim holds
     * @param again also if it failed just now
     */
    public record Wanted(String job, JobSlot slot, Instant now, Instant lease, boolean again) {}

    /** Empty if it is done, runs elsewhere, or has failed and is not to be tried yet. */
    public static Optional<Claim> claim(Connection connection, Wanted wanted, Node node) throws SQLException {
        unhurried(connection);
        try (PreparedStatement statement = connection.prepareStatement(INSERT + TAKE_OVER + RETURNING)) {
            set(statement, wanted, node, false);
            statement.setBoolean(9, wanted.again());
            statement.setTimestamp(10, Timestamp.from(node.started()));
            return claimed(statement);
        }
    }

    /** By hand a slot may run as often as somebody likes. */
    public static Claim byHand(Connection connection, Wanted wanted, Node node) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT + RETURNING)) {
            set(statement, wanted, node, true);
            return claimed(statement).orElseThrow();
        }
    }

    public static Optional<String> status(Connection connection, String job, JobSlot slot) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(STATUS)) {
            statement.setString(1, job);
            statement.setString(2, slot.zone().getId());
            statement.setString(3, slot.day().toString());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    /** Whether the claim still holds. */
    public static boolean renew(Connection connection, Claim claim, Instant lease) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RENEW)) {
            statement.setTimestamp(1, Timestamp.from(lease));
            return update(statement, 2, claim);
        }
    }

    /** Whether the report counts: another may have claimed the slot meanwhile. */
    public static boolean done(Connection connection, Claim claim, JobReport report, Instant now) throws SQLException {
        unhurried(connection);
        List<JobFailure> failures =
                report.failures().stream().limit(MOST_FAILURES).toList();
        try (PreparedStatement statement = connection.prepareStatement(DONE)) {
            statement.setObject(1, claim.id());
            statement.setInt(2, claim.attempt());
            statement.setTimestamp(3, Timestamp.from(now));
            statement.setLong(4, report.due());
            statement.setLong(5, report.done());
            statement.setLong(6, report.already());
            statement.setLong(7, report.failures().size());
            statement.setArray(
                    8,
                    connection.createArrayOf(
                            "uuid",
                            failures.stream().map(f -> f.tenant().value()).toArray()));
            statement.setArray(
                    9,
                    connection.createArrayOf(
                            "text", failures.stream().map(JobFailure::rule).toArray()));
            return update(statement, 10, claim);
        }
    }

    /** Whether the report counts. */
    public static boolean failed(Connection connection, Claim claim, Instant now, Instant retry) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FAILED)) {
            statement.setTimestamp(1, Timestamp.from(now));
            statement.setTimestamp(2, Timestamp.from(retry));
            return update(statement, 3, claim);
        }
    }

    private static void unhurried(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(UNHURRIED);
        }
    }

    private static void set(PreparedStatement statement, Wanted wanted, Node node, boolean byHand) throws SQLException {
        statement.setObject(1, Ids.next());
        statement.setString(2, wanted.job());
        statement.setString(3, wanted.slot().day().toString());
        statement.setString(4, wanted.slot().zone().getId());
        statement.setBoolean(5, byHand);
        statement.setString(6, node.name());
        statement.setTimestamp(7, Timestamp.from(wanted.now()));
        statement.setTimestamp(8, Timestamp.from(wanted.lease()));
    }

    private static Optional<Claim> claimed(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(new Claim(row.getObject(1, UUID.class), row.getInt(2))) : Optional.empty();
        }
    }

    private static boolean update(PreparedStatement statement, int from, Claim claim) throws SQLException {
        statement.setObject(from, claim.id());
        statement.setInt(from + 1, claim.attempt());
        return statement.executeUpdate() == 1;
    }
}
