package io.tenantry.tenant.signin;

import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.tenant.signin.internal.Sessions;
import io.tenantry.tenant.signin.internal.Sessions.Redeemed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Ends a session by its refresh token; one that is unknown has nothing to end. */
@ApplicationScoped
public class SignOut {

    @Inject
    Sessions sessions;

    public void with(String refreshToken) {
        if (sessions.redeem(refreshToken) instanceof Redeemed.Good good) {
            good.tenant()
                    .ifPresentOrElse(
                            tenant -> TenantContext.run(tenant, () -> end(good, true)), () -> end(good, false));
        }
    }

    private void end(Redeemed.Good good, boolean inTenant) {
        sessions.end(good.next().sessionId(), "signed out", inTenant);
    }
}
