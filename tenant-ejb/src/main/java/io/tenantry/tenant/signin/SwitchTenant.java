package io.tenantry.tenant.signin;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.access.Access;
import io.tenantry.tenant.identity.IdentityProvider;
import io.tenantry.tenant.member.Account;
import io.tenantry.tenant.member.Accounts;
import io.tenantry.tenant.member.Membership;
import io.tenantry.tenant.member.Memberships;
import io.tenantry.tenant.registry.FindTenants;
import io.tenantry.tenant.signin.internal.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Takes a session from one of the account's tenants to another; both see it in their activity log. */
@ApplicationScoped
public class SwitchTenant {

    @Inject
    IdentityProvider provider;

    @Inject
    Accounts accounts;

    @Inject
    Memberships memberships;

    @Inject
    Sessions sessions;

    @Inject
    SignIn signIn;

    @Inject
    FindTenants tenants;

    /**
     * @param tenant id or slug
     * @param host the tenant whose own host is used, if it is a tenant's: there one works in no other
     * @throws ProblemException {@code tenant-mismatch} for a tenant it does not belong to, whether or not it exists;
     *     {@code tenant-suspended}
     */
    public SignedIn to(String tenant, Optional<TenantId> host, Access access) {
        provider.requireBuiltIn();
        List<Membership> all = memberships.of(access.accountId());
        Membership target = TenantChoice.named(all, List.of(tenant));
        if (host.isPresent() && !host.get().equals(target.tenant())) {
            throw ProblemException.of(ProblemType.TENANT_MISMATCH);
        }
        Account account = accounts.byEmail(access.email()).orElseThrow();
        if (!account.isPlatformAdmin()) {
            tenants.requireOpen(target.tenant());
        }
        Optional<TenantId> before =
                access.place().map(Access.Place::tenant).or(() -> sessions.tenantOf(access.sessionId(), account.id()));
        Sessions.Issued issued =
                TenantContext.call(target.tenant(), () -> sessions.switchTo(target.tenant(), access.sessionId()));
        before.ifPresent(left -> TenantContext.run(left, () -> sessions.left(access.sessionId())));
        return signIn.signedIn(account, issued, Optional.of(target), all);
    }
}
