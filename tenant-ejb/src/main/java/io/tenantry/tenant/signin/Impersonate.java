package io.tenantry.tenant.signin;

import io.tenantry.platform.caller.Caller;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.member.Account;
import io.tenantry.tenant.member.Membership;
import io.tenantry.tenant.member.Memberships;
import io.tenantry.tenant.member.Role;
import io.tenantry.tenant.registry.FindTenants;
import io.tenantry.tenant.registry.TenantStatus;
import io.tenantry.tenant.registry.TenantView;
import io.tenantry.tenant.signin.internal.AccessTokens;
import io.tenantry.tenant.signin.internal.Sessions;
import io.tenantry.tenant.signin.internal.Sessions.Impersonated;
import io.tenantry.tenant.signin.internal.Sessions.Redeemed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Sessions in which an administrator of the platform acts as somebody in one tenant. They are short, and never longer. */
@ApplicationScoped
public class Impersonate {

    public static final Duration LIFETIME = Duration.ofMinutes(60);

    @Inject
    Sessions sessions;

    @Inject
    AccessTokens accessTokens;

    @Inject
    Memberships memberships;

    @Inject
    FindTenants tenants;

    /**
     * Opens a session in the thread's tenant, in the caller's transaction.
     *
     * @param parent the administrator's own session
     * @param member the account to act as; empty for the role of an owner
     */
    public SignedIn open(Account administrator, UUID parent, UUID impersonation, Optional<UUID> member) {
        TenantId tenant = TenantContext.required();
        Impersonated impersonated = new Impersonated(impersonation, member);
        Sessions.Issued issued = sessions.impersonate(tenant, administrator.id(), parent, impersonated, LIFETIME);
        return signedIn(administrator, issued, place(tenant, member).orElseThrow(), impersonation);
    }

    /** Whether the administrator's session, from which an impersonation comes, has not ended. */
    public boolean isParentAlive(UUID session, UUID administrator) {
        return sessions.isAlive(session, administrator);
    }

    /** The session is over from the next request on. */
    public void end(UUID session) {
        sessions.end(session, "impersonation ended", false);
    }

    SignedIn goOn(Redeemed.Good good) {
        Account administrator = good.account();
        Impersonated impersonated = good.impersonated().orElseThrow();
        Caller.identify(Caller.Kind.PLATFORM, administrator.id(), administrator.email());
        Membership place = place(good.tenant().orElseThrow(), impersonated.member())
                .orElseThrow(() -> ProblemException.of(ProblemType.UNAUTHENTICATED));
        return signedIn(administrator, good.next(), place, impersonated.impersonation());
    }

    private SignedIn signedIn(Account administrator, Sessions.Issued issued, Membership place, UUID impersonation) {
        return new SignedIn(
                accessTokens.issue(administrator, issued.sessionId(), place.tenant(), impersonation),
                AccessTokens.LIFETIME.toSeconds(),
                issued.refreshToken(),
                issued.expiresAt(),
                Optional.of(place),
                List.of(place));
    }

    private Optional<Membership> place(TenantId tenant, Optional<UUID> member) {
        if (member.isPresent()) {
            return TenantChoice.of(memberships.of(member.get()), Optional.of(tenant));
        }
        TenantView view = tenants.get(tenant.value());
        return Optional.of(
                new Membership(tenant, view.slug(), view.name(), Role.OWNER, TenantStatus.of(view.status())));
    }
}
