package io.tenantry.tenant.job.internal.sql;

import io.tenantry.tenant.job.JobRunView;
import io.tenantry.tenant.job.JobView;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What has run. */
public final class JobRows {

    /** From one zone to the next in the index: there are few of them among many tenants. */
    private static final String ZONES = """
            with recursive zone (name) as (
                select min(time_zone) from tenant
                union all
                select (select min(t.time_zone) from tenant t where t.time_zone > zone.name)
                from zone where zone.name is not null
            )
            select name from zone where name is not null order by name
            """;

    private static final String LAST_RUNS = """
            select r.job, r.day, r.zone, r.by_hand, r.status, r.node, r.claimed_at, r.finished_at, r.due, r.done,
                   r.already, r.failed
            from unnest(?::text[]) as j (name)
            cross join lateral (select * from job_run where job = j.name order by claimed_at desc limit 1) r
            """;

    /** What the latest runs in all zones could not do. */
    private static final String FAILURES = """
            select r.day, r.zone, t.slug, f.rule
            from unnest(?::text[]) as z (name)
            cross join lateral (
                select * from job_run
                where job = ? and zone = z.name and not by_hand and status = 'done' order by day desc limit 1
            ) r
            cross join lateral jsonb_to_recordset(r.failures) as f (tenant uuid, rule text)
            join tenant t on t.id = f.tenant
            order by t.slug, f.rule
            limit 200
            """;

    private JobRows() {}

    /** The last run of a job. */
    public record LastRun(String job, JobRunView run) {}

    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Time zones of tenants. */
    public static List<String> zones(Connection connection) throws SQLException {
        return list(connection, ZONES, row -> row.getString(1));
    }

    public static List<LastRun> lastRuns(Connection connection, List<String> jobs) throws SQLException {
        return list(
                connection,
                LAST_RUNS,
                row -> new LastRun(
                        row.getString(1),
                        new JobRunView(
                                day(row, 2),
                                row.getString(3),
                                row.getBoolean(4),
                                row.getString(5),
                                row.getString(6),
                                instant(row, 7),
                                instant(row, 8),
                                new JobRunView.Counts(
                                        row.getLong(9), row.getLong(10), row.getLong(11), row.getLong(12)))),
                texts(connection, jobs));
    }

    public static List<JobView.Failure> failures(Connection connection, String job, List<String> zones)
            throws SQLException {
        return list(
                connection,
                FAILURES,
                row -> new JobView.Failure(day(row, 1), row.getString(2), row.getString(3), row.getString(4)),
                texts(connection, zones),
                job);
    }

    private static <T> List<T> list(Connection connection, String sql, Row<T> row, Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(row.of(result));
                }
            }
            return rows;
        }
    }

    private static Array texts(Connection connection, List<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    private static LocalDate day(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
