package io.tenantry.tenant.signin.internal;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.tenant.member.Membership;
import io.tenantry.tenant.member.Memberships;
import io.tenantry.tenant.registry.FindTenants;
import io.tenantry.tenant.signin.internal.Sessions.Redeemed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Exchanges refresh tokens of those who may go on working. */
@Stateless
public class Renewal {

    @Inject
    Sessions sessions;

    @Inject
    Memberships memberships;

    @Inject
    FindTenants tenants;

    /**
     * As {@link Sessions#redeem}, in the same transaction. Where the session's tenant is closed to its members, the
     * exchange is undone, so that the token is still good when the tenant is open again.
     *
     * @throws ProblemException {@code tenant-suspended}
     */
    public Redeemed redeem(String refreshToken) {
        Redeemed redeemed = sessions.redeem(refreshToken);
        if (redeemed instanceof Redeemed.Good good && !good.account().isPlatformAdmin()) {
            memberships.of(good.account().id()).stream()
                    .map(Membership::tenant)
                    .filter(tenant -> good.tenant().filter(tenant::equals).isPresent())
                    .forEach(tenants::requireOpen);
        }
        return redeemed;
    }
}
