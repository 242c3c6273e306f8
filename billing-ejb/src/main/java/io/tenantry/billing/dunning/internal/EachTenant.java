package io.tenantry.billing.dunning.internal;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.job.JobFailure;
import io.tenantry.tenant.job.JobReport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Works for one tenant after the other and counts; what fails for one is reported and stops nobody. */
public final class EachTenant {

    private static final System.Logger LOGGER = System.getLogger(EachTenant.class.getName());

    private final String rule;
    private final List<JobFailure> failures = new ArrayList<>();
    private long due;
    private long done;

    /** @param rule by which a failure is reported that no rule of the product explains */
    public EachTenant(String rule) {
        this.rule = rule;
    }

    /** @param work tells whether there was still something to do */
    public void attempt(TenantId tenant, BooleanSupplier work) {
        due++;
        try {
            if (TenantContext.call(tenant, work::getAsBoolean)) {
                done++;
            }
        } catch (ProblemException refused) {
            failures.add(new JobFailure(tenant, refused.detail().key()));
        } catch (RuntimeException e) {
            LOGGER.log(System.Logger.Level.ERROR, rule + " failed: tenant=" + tenant, e);
            failures.add(new JobFailure(tenant, rule));
        }
    }

    public JobReport report() {
        return new JobReport(due, done, due - done - failures.size(), failures);
    }
}
