package io.tenantry.web.http;

import io.tenantry.platform.caller.Caller;
import io.tenantry.platform.id.Ids;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.access.Access;
import io.tenantry.tenant.access.RecordAccess;
import io.tenantry.tenant.access.VerifyAccess;
import io.tenantry.tenant.identity.IdentityProvider;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Finds out who calls and in which tenant, and makes the thread work for it.
 *
 * <p>The token's tenant, the host and the header must agree as far as they are there. Host and header choose among the
 * caller's own tenants, or, for an administrator of the platform, among all; they never grant anything.
 */
@ApplicationScoped
public class CallerVerification {

    /** Where the caller may be. */
    private enum Reach {
        OPEN_TENANT,
        SUSPENDED_TENANT,
        /** In a tenant or in none. */
        ACCOUNT
    }

    @Inject
    RequestedTenant requested;

    @Inject
    VerifyAccess verifyAccess;

    @Inject
    RecordAccess recordAccess;

    @Inject
    IdentityProvider provider;

    @Inject
    OutsideVerification outside;

    @Inject
    KeyVerification keyVerification;

    @Inject
    ImpersonationVerification impersonationVerification;

    /** @throws ProblemException {@code unauthenticated}, {@code tenant-mismatch}, {@code tenant-suspended} */
    Access verify(ContainerRequestContext request) {
        return verify(request, Reach.OPEN_TENANT);
    }

    /**
     * For what members may do in a tenant that is suspended.
     *
     * @throws ProblemException {@code unauthenticated}, {@code tenant-mismatch}; {@code tenant-suspended} for a tenant that
     *     is closing
     */
    Access verifySuspendedToo(ContainerRequestContext request) {
        return verify(request, Reach.SUSPENDED_TENANT);
    }

    /**
     * For what is about the account and not about its tenant: where that is closed to its members, the caller works in
     * none.
     *
     * @throws ProblemException {@code unauthenticated}, {@code tenant-mismatch}
     */
    Access verifyAccount(ContainerRequestContext request) {
        return verify(request, Reach.ACCOUNT);
    }

    private Access verify(ContainerRequestContext request, Reach reach) {
        JsonWebToken token = token(request);
        RequestedTenant.Answer others = requested.of(request.getUriInfo());
        if (provider.isOutside()) {
            return account(outside.claimed(token), others, null, outside.account(token), token.getName(), reach);
        }
        Optional<TenantId> claimed = Optional.<String>ofNullable(token.getClaim("tenant_id"))
                .flatMap(Ids::parse)
                .map(TenantId::new);
        if (KeyVerification.isOfKey(token)) {
            TenantId tenant = claimed.orElseThrow(() -> ProblemException.of(ProblemType.UNAUTHENTICATED));
            return keyVerification.verify(token, tenant, others);
        }
        if (ImpersonationVerification.isOne(token)) {
            TenantId tenant = claimed.orElseThrow(() -> ProblemException.of(ProblemType.UNAUTHENTICATED));
            return impersonationVerification.verify(token, tenant, others);
        }
        UUID session = id(token.getClaim("sid"));
        return account(claimed, others, session, id(token.getSubject()), token.getName(), reach);
    }

    private Access account(
            Optional<TenantId> claimed,
            RequestedTenant.Answer others,
            UUID session,
            UUID account,
            String name,
            Reach reach) {
        Caller.identify(Caller.Kind.USER, account, name);
        if (!others.agreesWith(claimed)) {
            claimed.ifPresentOrElse(
                    tenant -> recordMismatch(tenant, session, account),
                    () -> verifyAccess.withoutTenant(session, account));
            throw ProblemException.of(ProblemType.TENANT_MISMATCH);
        }
        return claimed.or(others::tenant)
                .map(tenant -> inTenant(tenant, session, account, reach))
                .orElseGet(() -> verifyAccess.withoutTenant(session, account));
    }

    /** Leaves the thread working for the tenant; the edge of the request ends that. */
    private Access inTenant(TenantId tenant, UUID session, UUID account, Reach reach) {
        TenantContext.Scope scope = TenantContext.enter(tenant);
        Access access;
        try {
            access = reach == Reach.SUSPENDED_TENANT
                    ? verifyAccess.inSuspendedToo(tenant, session, account)
                    : verifyAccess.in(tenant, session, account);
        } catch (ProblemException e) {
            scope.close();
            if (reach == Reach.ACCOUNT && e.type() == ProblemType.TENANT_SUSPENDED) {
                return verifyAccess.withoutTenant(session, account);
            }
            throw e;
        }
        if (access.place().flatMap(Access.Place::role).isEmpty()) {
            Caller.identify(Caller.Kind.PLATFORM, account, access.email());
            recordAccess.byPlatform(account);
        }
        return access;
    }

    private void recordMismatch(TenantId tenant, UUID session, UUID account) {
        TenantContext.run(tenant, () -> {
            verifyAccess.in(tenant, session, account);
            recordAccess.mismatch(account);
        });
    }

    private static JsonWebToken token(ContainerRequestContext request) {
        if (request.getSecurityContext().getUserPrincipal() instanceof JsonWebToken token
                && token.getSubject() != null) {
            return token;
        }
        throw ProblemException.of(ProblemType.UNAUTHENTICATED);
    }

    private static UUID id(String claim) {
        return Ids.parse(claim).orElseThrow(() -> ProblemException.of(ProblemType.UNAUTHENTICATED));
    }
}
