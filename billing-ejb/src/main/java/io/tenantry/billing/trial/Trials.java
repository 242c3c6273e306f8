package io.tenantry.billing.trial;

import io.tenantry.billing.trial.internal.sql.TrialRows;
import io.tenantry.platform.database.BatchDatabase;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.job.DailyJob;
import io.tenantry.tenant.job.JobFailure;
import io.tenantry.tenant.job.JobReport;
import io.tenantry.tenant.job.JobSlot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Tells owners some days before that their trial ends, and ends it. */
@ApplicationScoped
public class Trials implements DailyJob {

    private static final System.Logger LOGGER = System.getLogger(Trials.class.getName());

    @Inject
    BatchDatabase database;

    @Inject
    EndTrial end;

    @Override
    public String name() {
        return "trials";
    }

    /** Before invoices are made: the first base price is due on the day that a trial ends. */
    @Override
    public int order() {
        return 20;
    }

    @Override
    public JobReport run(JobSlot slot) {
        List<TenantId> due = database.transaction(connection -> TrialRows.due(connection, slot, EndTrial.WARNINGS));
        long done = 0;
        List<JobFailure> failures = new ArrayList<>();
        for (TenantId tenant : due) {
            try {
                done += TenantContext.call(tenant, () -> end.on(slot.day())) ? 1 : 0;
            } catch (ProblemException e) {
                failures.add(new JobFailure(tenant, e.type().slug()));
            } catch (RuntimeException e) {
                LOGGER.log(System.Logger.Level.WARNING, "the trial of " + tenant + " could not be ended", e);
                failures.add(new JobFailure(tenant, "trial-not-ended"));
            }
        }
        return new JobReport(due.size(), done, due.size() - done - failures.size(), failures);
    }
}
