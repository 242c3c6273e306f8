package io.tenantry.tenant.usage;

import io.tenantry.platform.database.BatchDatabase;
import io.tenantry.platform.database.BatchFailed;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.job.DailyJob;
import io.tenantry.tenant.job.JobFailure;
import io.tenantry.tenant.job.JobReport;
import io.tenantry.tenant.job.JobSlot;
import io.tenantry.tenant.usage.internal.EventRules;
import io.tenantry.tenant.usage.internal.sql.SnapshotStatements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Writes what tenants held on the days that are over: missed days too, and each time the same. What is consumed is counted
 * as it happens and needs no snapshot.
 */
@ApplicationScoped
public class UsageSnapshot implements DailyJob {

    private static final System.Logger LOGGER = System.getLogger(UsageSnapshot.class.getName());
    private static final int CHUNK = 500;
    private static final int PURGED_AT_ONCE = 10_000;
    private static final Duration ANSWERS_KEPT = Duration.ofDays(7);
    private static final UUID FIRST = new UUID(0, 0);

    @Inject
    BatchDatabase database;

    @Override
    public String name() {
        return "usage-snapshot";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public JobReport run(JobSlot slot) {
        JobReport report = JobReport.NOTHING;
        List<UUID> chunk = tenants(slot, FIRST);
        while (!chunk.isEmpty()) {
            report = report.plus(write(chunk, slot));
            chunk = tenants(slot, chunk.get(chunk.size() - 1));
        }
        Instant oldest = EventRules.oldest(slot.at());
        SnapshotStatements.PURGES.forEach(statement -> purge(statement, oldest));
        purge(SnapshotStatements.PURGE_ANSWERS, slot.at().minus(ANSWERS_KEPT));
        return report;
    }

    private List<UUID> tenants(JobSlot slot, UUID after) {
        return database.transaction(connection -> SnapshotStatements.tenants(connection, slot.zone(), after, CHUNK));
    }

    /** One tenant's rows that cannot be written leave those of the others in the chunk alone. */
    private JobReport write(List<UUID> tenants, JobSlot slot) {
        try {
            return database.transaction(connection -> SnapshotStatements.write(connection, tenants, slot));
        } catch (BatchFailed e) {
            if (tenants.size() == 1) {
                LOGGER.log(System.Logger.Level.WARNING, "usage snapshot failed tenant=" + tenants.get(0), e);
                JobFailure failure = new JobFailure(new TenantId(tenants.get(0)), "usage-not-written");
                return new JobReport(1, 0, 0, List.of(failure));
            }
            List<JobReport> reports = new ArrayList<>();
            tenants.forEach(tenant -> reports.add(write(List.of(tenant), slot)));
            return reports.stream().reduce(JobReport.NOTHING, JobReport::plus);
        }
    }

    private void purge(String statement, Instant before) {
        int removed;
        do {
            removed = database.transaction(
                    connection -> SnapshotStatements.purge(connection, statement, before, PURGED_AT_ONCE));
        } while (removed == PURGED_AT_ONCE);
    }
}
