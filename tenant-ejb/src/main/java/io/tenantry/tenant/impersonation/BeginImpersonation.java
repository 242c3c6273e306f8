package io.tenantry.tenant.impersonation;

import io.tenantry.platform.caller.Caller;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.activity.ActivityLog;
import io.tenantry.tenant.impersonation.internal.HandOverText;
import io.tenantry.tenant.impersonation.internal.sql.ImpersonationRows;
import io.tenantry.tenant.member.Account;
import io.tenantry.tenant.registry.Tenant;
import io.tenantry.tenant.signin.Impersonate;
import io.tenantry.tenant.signin.SignedIn;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Exchanges a hand-over token for a session in its tenant. */
@Stateless
public class BeginImpersonation {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    Impersonate impersonate;

    @Inject
    ActivityLog activity;

    @Inject
    BusinessClock clock;

    /**
     * The thread works for the token's tenant.
     *
     * @throws ProblemException {@code unauthenticated}, whatever is wrong with the token, its administrator or the
     *     member; {@code tenant-suspended} for a member of a tenant that is not open
     */
    public SignedIn with(HandOverText token) {
        Impersonation impersonation =
                entityManager.find(Impersonation.class, token.id(), LockModeType.PESSIMISTIC_WRITE);
        if (impersonation == null || !impersonation.redeem(token, clock.wallClock())) {
            throw refused();
        }
        Account administrator = entityManager.find(Account.class, impersonation.administrator());
        if (administrator.isDisabled()
                || !administrator.isPlatformAdmin()
                || !impersonate.isParentAlive(impersonation.parentSession(), administrator.id())) {
            throw refused();
        }
        Optional<String> member = impersonation.member().map(this::requireMember);
        SignedIn signedIn = impersonate.open(
                administrator, impersonation.parentSession(), impersonation.id(), impersonation.member());
        report(administrator, impersonation, member, signedIn);
        return signedIn;
    }

    /** A member of a tenant that is not open could not work in it; the platform's own role can. */
    private String requireMember(UUID account) {
        entityManager.find(Tenant.class, TenantContext.required().value()).requireOpen();
        return ImpersonationRows.emailOfMember(entityManager, account).orElseThrow(BeginImpersonation::refused);
    }

    private void report(
            Account administrator, Impersonation impersonation, Optional<String> member, SignedIn signedIn) {
        Caller.identify(Caller.Kind.PLATFORM, administrator.id(), administrator.email());
        Map<String, Object> values = new LinkedHashMap<>(HandOver.values(impersonation.reason(), member));
        values.put("until", signedIn.refreshExpiresAt().toString());
        activity.changed("impersonation.began", "impersonation", impersonation.id(), null, values);
    }

    private static ProblemException refused() {
        return ProblemException.of(ProblemType.UNAUTHENTICATED);
    }
}
