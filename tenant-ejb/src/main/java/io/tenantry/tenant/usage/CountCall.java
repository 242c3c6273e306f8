package io.tenantry.tenant.usage;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.usage.internal.FlushCalls;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Counts a call that the thread's tenant makes, if it may make one. */
@ApplicationScoped
public class CountCall {

    @Inject
    ApiCalls calls;

    @Inject
    FlushCalls flush;

    @Inject
    @ConfigProperty(name = "tenantry.usage.flush-calls", defaultValue = "10000")
    long most;

    /**
     * @param always also beyond the hard limit
     * @throws ProblemException {@code limit-exceeded}; such a call is not counted
     */
    public void count(boolean always) {
        TenantId tenant = TenantContext.required();
        if (!always) {
            calls.requireOpen(tenant);
        }
        // once for each time the mark is passed: the timer is there for the rest
        if (calls.count(tenant) == most) {
            flush.kick();
        }
    }
}
