package io.tenantry.tenant.signup;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.tenant.member.Membership;
import io.tenantry.tenant.registry.CreateTenant;
import io.tenantry.tenant.registry.Slug;
import io.tenantry.tenant.signup.internal.Found;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Founds what somebody signed up for, by the token that was sent to their address. */
@ApplicationScoped
public class ProveEmail {

    @Inject
    Found found;

    /**
     * @param slug another than the one wanted first
     * @throws ProblemException {@code not-found} for a token that is unknown, used or expired, alike; {@code conflict} for
     *     a slug taken meanwhile: the token stays good
     */
    public Membership with(String token, Optional<Slug> slug) {
        return TenantContext.call(CreateTenant.newId(), () -> found.with(token, slug));
    }
}
