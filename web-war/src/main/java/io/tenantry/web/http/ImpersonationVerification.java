package io.tenantry.web.http;

import io.tenantry.platform.caller.Caller;
import io.tenantry.platform.id.Ids;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.access.Access;
import io.tenantry.tenant.access.RecordAccess;
import io.tenantry.tenant.impersonation.VerifyImpersonation;
import io.tenantry.tenant.member.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Verifies a request by an administrator of the platform who acts as somebody in a tenant, and in no other. */
@ApplicationScoped
public class ImpersonationVerification {

    private static final String IMPERSONATION = "impersonation";

    @Inject
    VerifyImpersonation verifyImpersonation;

    @Inject
    RecordAccess recordAccess;

    static boolean isOne(JsonWebToken token) {
        return token.containsClaim(IMPERSONATION);
    }

    /**
     * Leaves the thread working for the tenant; the edge of the request ends that.
     *
     * @throws ProblemException {@code unauthenticated}, {@code tenant-mismatch}, {@code tenant-suspended}
     */
    Access verify(JsonWebToken token, TenantId tenant, RequestedTenant.Answer others) {
        UUID session = id(token.getClaim("sid"));
        UUID impersonation = id(token.getClaim(IMPERSONATION));
        TenantContext.enter(tenant);
        Access access = verifyImpersonation.of(session, impersonation);
        identify(access);
        if (!others.agreesWith(access.place().map(Access.Place::tenant))) {
            recordAccess.mismatch(access.accountId());
            throw ProblemException.of(ProblemType.TENANT_MISMATCH);
        }
        return access;
    }

    private static void identify(Access access) {
        Access.Impersonation by = access.impersonation().orElseThrow();
        boolean asMember = !access.accountId().equals(by.administrator());
        Caller.impersonate(
                asMember ? Caller.Kind.USER : Caller.Kind.PLATFORM,
                access.accountId(),
                access.email(),
                new Caller.Impersonator(by.administrator(), by.by(), asMember ? access.email() : Role.OWNER.code()));
    }

    private static UUID id(String claim) {
        return Ids.parse(claim).orElseThrow(() -> ProblemException.of(ProblemType.UNAUTHENTICATED));
    }
}
