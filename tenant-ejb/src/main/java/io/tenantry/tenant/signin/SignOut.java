package io.tenantry.tenant.signin;

import io.tenantry.platform.caller.Caller;
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

    @Inject
    RefreshSession refreshSession;

    public void with(String refreshToken) {
        Redeemed redeemed = sessions.redeem(refreshToken);
        if (redeemed instanceof Redeemed.Reused reused) {
            refreshSession.report(reused);
        } else if (redeemed instanceof Redeemed.Good good) {
            Caller.Kind kind = good.impersonated().isPresent() ? Caller.Kind.PLATFORM : Caller.Kind.USER;
            Caller.identify(kind, good.account().id(), good.account().email());
            good.tenant()
                    .ifPresentOrElse(
                            tenant -> TenantContext.run(tenant, () -> end(good, true)), () -> end(good, false));
        }
    }

    private void end(Redeemed.Good good, boolean inTenant) {
        sessions.end(good.next().sessionId(), "signed out", inTenant);
    }
}
