package io.tenantry.tenant.attachment;

import io.tenantry.platform.database.BatchDatabase;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.attachment.internal.RemoveFile;
import io.tenantry.tenant.attachment.internal.sql.UnfinishedRows;
import io.tenantry.tenant.attachment.internal.sql.UnfinishedRows.Unfinished;
import io.tenantry.tenant.job.DailyJob;
import io.tenantry.tenant.job.JobFailure;
import io.tenantry.tenant.job.JobReport;
import io.tenantry.tenant.job.JobSlot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Takes back what an upload or a deletion left half done, because its server or its store was gone; in any zone's turn. */
@ApplicationScoped
public class CleanUpAttachments implements DailyJob {

    private static final System.Logger LOGGER = System.getLogger(CleanUpAttachments.class.getName());
    /** No upload takes that long. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private static final int MOST = 10_000;

    @Inject
    BatchDatabase database;

    @Inject
    RemoveFile remove;

    @Inject
    BusinessClock clock;

    @Override
    public String name() {
        return "attachment-cleanup";
    }

    @Override
    public int order() {
        return 80;
    }

    @Override
    public JobReport run(JobSlot slot) {
        Instant before = clock.wallClock().minus(PATIENCE);
        List<Unfinished> left = database.transaction(connection -> UnfinishedRows.before(connection, before, MOST));
        List<JobFailure> failures = new ArrayList<>();
        for (Unfinished file : left) {
            if (!isRemoved(file)) {
                failures.add(new JobFailure(file.tenant(), "attachment-not-removed"));
            }
        }
        return new JobReport(left.size(), left.size() - failures.size(), 0, failures);
    }

    private boolean isRemoved(Unfinished file) {
        try (TenantContext.Scope scope = TenantContext.enter(file.tenant())) {
            remove.now(file.id());
            return true;
        } catch (IOException | RuntimeException e) {
            LOGGER.log(System.Logger.Level.WARNING, "attachment " + file.id() + " could not be removed", e);
            return false;
        }
    }
}
