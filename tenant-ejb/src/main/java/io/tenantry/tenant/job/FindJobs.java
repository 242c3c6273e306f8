package io.tenantry.tenant.job;

import io.tenantry.platform.database.BatchDatabase;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.job.internal.Jobs;
import io.tenantry.tenant.job.internal.Jobs.Job;
import io.tenantry.tenant.job.internal.Line;
import io.tenantry.tenant.job.internal.Lines;
import io.tenantry.tenant.job.internal.sql.JobRows;
import io.tenantry.tenant.job.internal.sql.JobRows.LastRun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How the daily jobs stand, for the platform's administrator. */
@ApplicationScoped
public class FindJobs {

    @Inject
    Jobs jobs;

    @Inject
    BatchDatabase database;

    @Inject
    BusinessClock clock;

    /** In the order in which they run. */
    public List<JobView> all() {
        return database.transaction(this::all);
    }

    private List<JobView> all(Connection connection) throws SQLException {
        Instant now = clock.now();
        Lines lines = Lines.read(connection, jobs.all(), now);
        Map<String, JobRunView> last =
                JobRows.lastRuns(connection, jobs.all().stream().map(Job::name).toList()).stream()
                        .collect(Collectors.toMap(LastRun::job, LastRun::run));
        List<JobView> views = new ArrayList<>();
        for (Job job : jobs.all()) {
            List<Line> own = lines.all().stream()
                    .filter(line -> line.job().name().equals(job.name()))
                    .toList();
            views.add(new JobView(
                    job.name(),
                    last.get(job.name()),
                    own.stream()
                            .map(line -> line.nextDue(now))
                            .min(Comparator.naturalOrder())
                            .orElse(null),
                    own.stream().mapToLong(line -> line.overdue(now)).sum(),
                    stuck(lines, job),
                    JobRows.failures(
                            connection,
                            job.name(),
                            own.stream().map(line -> line.zone().getId()).toList())));
        }
        return views;
    }

    private static List<JobView.Stuck> stuck(Lines lines, Job job) {
        return lines.rows().stream()
                .filter(row -> row.job().equals(job.name()) && row.isStuck())
                .map(row -> new JobView.Stuck(
                        row.next(),
                        row.zone(),
                        row.status(),
                        row.attempts(),
                        row.retry().orElse(null)))
                .toList();
    }
}
