package io.tenantry.tenant.signin;

import io.tenantry.platform.caller.Caller;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.tenant.member.Account;
import io.tenantry.tenant.member.Membership;
import io.tenantry.tenant.member.Memberships;
import io.tenantry.tenant.signin.internal.Sessions;
import io.tenantry.tenant.signin.internal.Sessions.Redeemed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Continues a session by its refresh token, in the tenant it works in; what the request's header or host says does not
 * matter here.
 */
@ApplicationScoped
public class RefreshSession {

    @Inject
    Sessions sessions;

    @Inject
    Memberships memberships;

    @Inject
    SignIn signIn;

    /** @throws ProblemException {@code unauthenticated}; a token used before also ends its session */
    public SignedIn with(String refreshToken) {
        Redeemed redeemed = sessions.redeem(refreshToken);
        if (redeemed instanceof Redeemed.Good good) {
            return goOn(good);
        }
        if (redeemed instanceof Redeemed.Reused reused) {
            report(reused);
        }
        throw ProblemException.of(ProblemType.UNAUTHENTICATED);
    }

    /** Tells the tenant in which the session worked that one of its tokens came back. */
    void report(Redeemed.Reused reused) {
        Account account = reused.account();
        Caller.identify(Caller.Kind.USER, account.id(), account.email());
        reused.tenant().ifPresent(tenant -> TenantContext.run(tenant, () -> sessions.reportReuse(account.id())));
    }

    private SignedIn goOn(Redeemed.Good good) {
        Account account = good.account();
        Caller.identify(Caller.Kind.USER, account.id(), account.email());
        List<Membership> all = memberships.of(account.id());
        return signIn.signedIn(account, good.next(), TenantChoice.of(all, good.tenant()), all);
    }
}
