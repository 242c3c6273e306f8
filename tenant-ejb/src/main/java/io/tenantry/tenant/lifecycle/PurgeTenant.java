package io.tenantry.tenant.lifecycle;

import io.tenantry.platform.caller.Caller;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.lifecycle.internal.OutsideRemains;
import io.tenantry.tenant.lifecycle.internal.PurgeOutcome;
import io.tenantry.tenant.lifecycle.internal.PurgeSteps;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Removes every row of a tenant, then the tenant itself, and keeps the proof.
 *
 * <p>First the status, then what is outside of the database, then the rows batch by batch, each in a transaction of its
 * own. Whatever interrupts it, the next
 * call goes on; nodes that work on the same tenant take turns.
 */
@ApplicationScoped
public class PurgeTenant {

    private static final System.Logger LOGGER = System.getLogger(PurgeTenant.class.getName());
    private static final int BATCH = 5_000;
    /** A request ends before its client gives up; the timer goes on. */
    private static final int BATCHES_PER_REQUEST = 20;

    @Inject
    PurgeSteps steps;

    @Inject
    OutsideRemains outside;

    /**
     * @param confirm the tenant's slug
     * @throws ProblemException {@code not-found}; {@code validation} for another slug; {@code conflict} unless it is
     *     closing and its grace is over
     */
    public void onRequest(TenantId tenant, String confirm) {
        begin(tenant, Optional.of(confirm));
        remove(tenant, BATCHES_PER_REQUEST);
    }

    /** All whose grace is over, or whose purge was interrupted. One that fails does not keep the others. */
    public void allDue() {
        for (TenantId tenant : steps.due()) {
            try {
                begin(tenant, Optional.empty());
                remove(tenant, Integer.MAX_VALUE);
            } catch (RuntimeException e) {
                LOGGER.log(System.Logger.Level.ERROR, "tenant " + tenant + " could not be purged", e);
            }
        }
    }

    private void begin(TenantId tenant, Optional<String> confirm) {
        TenantContext.run(tenant, () -> {
            steps.begin(confirm);
            outside.remove();
        });
    }

    private void remove(TenantId tenant, int batches) {
        String actor = Caller.current().name();
        PurgeOutcome outcome = PurgeOutcome.MORE;
        for (int i = 0; i < batches && outcome == PurgeOutcome.MORE; i++) {
            outcome = steps.remove(tenant, BATCH, actor);
        }
        if (outcome == PurgeOutcome.LEFT) {
            LOGGER.log(System.Logger.Level.ERROR, "tenant " + tenant + " is not purged: rows are left");
        }
    }
}
