package io.tenantry.tenant.registry;

import static io.tenantry.tenant.registry.TenantStatus.ACTIVE;
import static io.tenantry.tenant.registry.TenantStatus.CLOSING;
import static io.tenantry.tenant.registry.TenantStatus.PAST_DUE;
import static io.tenantry.tenant.registry.TenantStatus.PURGING;
import static io.tenantry.tenant.registry.TenantStatus.SUSPENDED;
import static io.tenantry.tenant.registry.TenantStatus.TRIAL;

import io.tenantry.platform.problem.ProblemException;
import java.util.Set;

/** A step in the life of a tenant that somebody takes: from where, and what the activity log calls it. */
public enum TenantStep {
    SUSPEND("suspended", TRIAL, ACTIVE, PAST_DUE),
    /** Its trial is over. */
    ACTIVATE("activated", TRIAL),
    /** It owes something for too long. */
    FALL_BEHIND("fellBehind", ACTIVE),
    /** It owes nothing any more. */
    CATCH_UP("caughtUp", PAST_DUE),
    /** Back to the status before. */
    RESUME("resumed", SUSPENDED, CLOSING),
    /** Begins the grace after which its data goes. */
    CLOSE("closed", TRIAL, ACTIVE, PAST_DUE, SUSPENDED),
    /** There is no way back; one that was interrupted goes on. */
    PURGE("purged", CLOSING, PURGING);

    private final String done;
    private final Set<TenantStatus> from;

    TenantStep(String done, TenantStatus... from) {
        this.done = done;
        this.from = Set.of(from);
    }

    /** As the activity log names it. */
    public String action() {
        return "tenant" + "." + done;
    }

    /** @throws ProblemException {@code conflict} if it does not lead on from {@code status} */
    void requireFrom(TenantStatus status) {
        if (!from.contains(status)) {
            throw ProblemException.conflict("tenant.status-step", status.code());
        }
    }
}
