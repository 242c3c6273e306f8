package io.tenantry.tenant.signin;

import io.tenantry.platform.caller.Caller;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.member.Account;
import io.tenantry.tenant.member.Membership;
import io.tenantry.tenant.member.Memberships;
import io.tenantry.tenant.signin.internal.Renewal;
import io.tenantry.tenant.signin.internal.Sessions;
import io.tenantry.tenant.signin.internal.Sessions.Redeemed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * Continues a session by its refresh token, in the tenant it works in; what the request's header says does not matter
 * here. Browsers keep the token for one host, so on the host of another tenant it was stolen.
 */
@ApplicationScoped
public class RefreshSession {

    @Inject
    Sessions sessions;

    @Inject
    Renewal renewal;

    @Inject
    Memberships memberships;

    @Inject
    SignIn signIn;

    @Inject
    Impersonate impersonate;

    /** @throws ProblemException {@code unauthenticated}; a token used before also ends its session, and so does one of a
     *     session whose tenant the account no longer belongs to; {@code tenant-mismatch}, which ends the session, too;
     *     {@code tenant-suspended}, and the token stays good */
    public SignedIn with(String refreshToken, Optional<TenantId> host) {
        Redeemed redeemed = renewal.redeem(refreshToken);
        if (redeemed instanceof Redeemed.Good good) {
            return goOn(good, host);
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

    private SignedIn goOn(Redeemed.Good good, Optional<TenantId> host) {
        Account account = good.account();
        Caller.identify(Caller.Kind.USER, account.id(), account.email());
        if (host.isPresent() && good.tenant().isPresent() && !good.tenant().equals(host)) {
            TenantContext.run(
                    good.tenant().get(), () -> sessions.end(good.next().sessionId(), "used on another host", true));
            throw ProblemException.of(ProblemType.TENANT_MISMATCH);
        }
        if (good.impersonated().isPresent()) {
            return impersonate.goOn(good);
        }
        List<Membership> all = memberships.of(account.id());
        Optional<Membership> tenant = TenantChoice.of(all, good.tenant());
        if (good.tenant().isPresent() && tenant.isEmpty()) {
            sessions.end(good.next().sessionId(), "no longer a member", false);
            throw ProblemException.of(ProblemType.UNAUTHENTICATED);
        }
        return signIn.signedIn(account, good.next(), tenant, all);
    }
}
