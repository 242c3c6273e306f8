package io.tenantry.tenant.job.internal.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How far jobs have come, and what they have done long ago. */
public final class LineStatements {

    /** With the slot that is next, if it has been claimed before. */
    private static final String READ = """
            select l.job, l.zone, l.next_day, coalesce(r.status, 'open'), coalesce(r.attempt, 0), r.retry_at
            from job_line l
            left join job_run r on r.job = l.job and r.zone = l.zone and r.day = l.next_day and not r.by_hand
            where l.job = any (?)
            order by l.job, l.zone
            """;

    private static final String BEGIN =
            "insert into job_line (job, zone, next_day) values (?, ?, ?::date) on conflict do nothing";

    private static final String LEAVE = "delete from job_line where zone <> all (?)";

    private static final String FORGET =
            "delete from job_run where job = any (?) and claimed_at < ? and status <> 'running'";

    private LineStatements() {}

    /** @param status of its next slot: {@code open}, {@code running}, {@code failed} or {@code done} */
    public record Row(String job, String zone, LocalDate next, String status, int attempts, Optional<Instant> retry) {

        public boolean isStuck() {
            return status.equals("running") || status.equals("failed");
        }
    }

    public static List<Row> read(Connection connection, List<String> jobs) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setArray(1, connection.createArrayOf("text", jobs.toArray()));
            List<Row> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(
                            row.getString(1),
                            row.getString(2),
                            row.getObject(3, LocalDate.class),
                            row.getString(4),
                            row.getInt(5),
                            Optional.ofNullable(row.getTimestamp(6)).map(Timestamp::toInstant)));
                }
            }
            return rows;
        }
    }

    /** Unless another node just has. */
    public static void begin(Connection connection, String job, String zone, LocalDate day) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BEGIN)) {
            statement.setString(1, job);
            statement.setString(2, zone);
            statement.setString(3, day.toString());
            statement.executeUpdate();
        }
    }

    /** Gives up all zones but these. */
    public static void leaveAllBut(Connection connection, List<String> zones) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LEAVE)) {
            statement.setArray(1, connection.createArrayOf("text", zones.toArray()));
            statement.executeUpdate();
        }
    }

    public static int forget(Connection connection, List<String> jobs, Instant before) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
            statement.setArray(1, connection.createArrayOf("text", jobs.toArray()));
            statement.setTimestamp(2, Timestamp.from(before));
            return statement.executeUpdate();
        }
    }
}
