package io.tenantry.tenant.event;

import io.tenantry.platform.database.BatchDatabase;
import io.tenantry.tenant.event.internal.sql.PurgeStatements;
import io.tenantry.tenant.job.DailyJob;
import io.tenantry.tenant.job.JobReport;
import io.tenantry.tenant.job.JobSlot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Drops events that are old, with what was delivered of them; of all tenants, whatever their time zone. */
@ApplicationScoped
public class EventPurge implements DailyJob {

    private static final Duration RETENTION = Duration.ofDays(30);
    private static final int CHUNK = 5_000;

    @Inject
    BatchDatabase database;

    @Override
    public String name() {
        return "event-purge";
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public JobReport run(JobSlot slot) {
        Instant before = slot.at().minus(RETENTION);
        long purged = 0;
        int chunk;
        do {
            chunk = database.transaction(connection -> PurgeStatements.purge(connection, before, CHUNK));
            purged += chunk;
        } while (chunk == CHUNK);
        return new JobReport(purged, purged, 0, List.of());
    }
}
