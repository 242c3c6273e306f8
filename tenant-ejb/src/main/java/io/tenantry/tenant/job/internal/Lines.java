package io.tenantry.tenant.job.internal;

import io.tenantry.tenant.job.internal.Jobs.Job;
import io.tenantry.tenant.job.internal.sql.JobRows;
import io.tenantry.tenant.job.internal.sql.LineStatements;
import io.tenantry.tenant.job.internal.sql.LineStatements.Row;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where each job stands in each time zone in use. One that is new in a zone begins with the day on which it is first looked
 * for there: nothing before was its business. A zone that nobody uses any more is given up, and may become new again.
 *
 * @param rows as they stand in the database
 */
public record Lines(List<Line> all, List<Row> rows) {

    private static final System.Logger LOGGER = System.getLogger(Lines.class.getName());

    private record Place(String job, String zone) {}

    /**
     * Reads, and notes what is new or given up.
     *
     * @param seen the time at which it is
     */
    public static Lines keep(Connection connection, List<Job> jobs, Instant seen) throws SQLException {
        Lines lines = read(connection, jobs, seen);
        Set<Place> known = lines.known().keySet();
        for (Line line : lines.all) {
            if (!known.contains(placeOf(line))) {
                LineStatements.begin(connection, line.job().name(), line.zone().getId(), line.day());
            }
        }
        Set<String> used = lines.all.stream().map(line -> line.zone().getId()).collect(Collectors.toSet());
        if (!lines.rows.stream().allMatch(row -> used.contains(row.zone()))) {
            LineStatements.leaveAllBut(connection, List.copyOf(used));
        }
        return lines;
    }

    /** @param seen the time at which a new zone or job begins */
    public static Lines read(Connection connection, List<Job> jobs, Instant seen) throws SQLException {
        Lines known = new Lines(
                List.of(),
                LineStatements.read(connection, jobs.stream().map(Job::name).toList()));
        Map<Place, Row> rows = known.known();
        List<Line> lines = new ArrayList<>();
        for (ZoneId zone : zones(connection)) {
            for (Job job : jobs) {
                Row row = rows.get(new Place(job.name(), zone.getId()));
                lines.add(new Line(job, zone, row == null ? LocalDate.ofInstant(seen, zone) : row.next()));
            }
        }
        return new Lines(lines, known.rows);
    }

    /** Those of tenants, as far as this Java knows them. */
    public static List<ZoneId> zones(Connection connection) throws SQLException {
        List<ZoneId> zones = new ArrayList<>();
        for (String name : JobRows.zones(connection)) {
            try {
                zones.add(ZoneId.of(name));
            } catch (DateTimeException e) {
                LOGGER.log(System.Logger.Level.WARNING, "no job runs for tenants in the unknown time zone " + name);
            }
        }
        return zones;
    }

    private Map<Place, Row> known() {
        return rows.stream().collect(Collectors.toMap(row -> new Place(row.job(), row.zone()), row -> row));
    }

    private static Place placeOf(Line line) {
        return new Place(line.job().name(), line.zone().getId());
    }
}
