package io.tenantry.cmo.report;

import io.tenantry.cmo.report.internal.OldReports;
import io.tenantry.cmo.report.internal.ReportTimes;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.job.DailyJob;
import io.tenantry.tenant.job.JobFailure;
import io.tenantry.tenant.job.JobReport;
import io.tenantry.tenant.job.JobSlot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Removes reports so old that one of their time would no longer be taken. */
@ApplicationScoped
public class PurgeReports implements DailyJob {

    private static final System.Logger LOGGER = System.getLogger(PurgeReports.class.getName());

    @Inject
    OldReports old;

    @Override
    public String name() {
        return "precinto-event-purge";
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public JobReport run(JobSlot slot) {
        Instant before = ReportTimes.oldest(slot.at());
        Set<TenantId> done = new LinkedHashSet<>();
        List<JobFailure> failures = new ArrayList<>();
        List<TenantId> tenants = old.tenants(before);
        while (!done.containsAll(tenants)) {
            tenants.stream().filter(done::add).forEach(tenant -> purge(tenant, before, failures));
            tenants = old.tenants(before);
        }
        return new JobReport(done.size(), done.size() - failures.size(), 0, failures);
    }

    private void purge(TenantId tenant, Instant before, List<JobFailure> failures) {
        try {
            TenantContext.run(tenant, () -> {
                int removed;
                do {
                    removed = old.purge(before);
                } while (removed == OldReports.CHUNK);
            });
        } catch (RuntimeException e) {
            LOGGER.log(System.Logger.Level.WARNING, "old reports could not be removed tenant=" + tenant, e);
            failures.add(new JobFailure(tenant, "reports-not-removed"));
        }
    }
}
