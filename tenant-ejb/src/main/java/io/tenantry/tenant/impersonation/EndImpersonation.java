package io.tenantry.tenant.impersonation;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.tenant.access.Access;
import io.tenantry.tenant.activity.ActivityLog;
import io.tenantry.tenant.signin.Impersonate;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;

/** Ends the impersonation in which the caller works. */
@Stateless
public class EndImpersonation {

    @Inject
    Impersonate impersonate;

    @Inject
    ActivityLog activity;

    /** @throws ProblemException {@code conflict} for a caller who acts as themselves */
    public void end(Access caller) {
        Access.Impersonation impersonation =
                caller.impersonation().orElseThrow(() -> ProblemException.conflict("tenant.no-impersonation"));
        impersonate.end(caller.sessionId());
        activity.changed(
                "impersonation.ended",
                "impersonation",
                impersonation.id(),
                null,
                Map.of("reason", impersonation.reason()));
    }
}
