package io.tenantry.tenant.impersonation;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.tenant.impersonation.internal.HandOverText;
import io.tenantry.tenant.signin.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Begins an impersonation in the tenant that its hand-over token names; the thread works for none before. */
@ApplicationScoped
public class ExchangeHandOver {

    @Inject
    BeginImpersonation begin;

    /** @throws ProblemException {@code unauthenticated}, {@code tenant-suspended} */
    public SignedIn with(String token) {
        HandOverText text =
                HandOverText.parse(token).orElseThrow(() -> ProblemException.of(ProblemType.UNAUTHENTICATED));
        return TenantContext.call(text.tenant(), () -> begin.with(text));
    }
}
