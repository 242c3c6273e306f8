package io.tenantry.tenant.signup;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.tenant.member.Membership;
import io.tenantry.tenant.registry.CreateTenant;
import io.tenantry.tenant.registry.Slug;
import io.tenantry.tenant.signin.PasswordHashes;
import io.tenantry.tenant.signup.internal.Found;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Founds what somebody signed up for, by the token that was sent to their address. */
@ApplicationScoped
public class ProveEmail {

    @Inject
    Found found;

    @Inject
    PasswordHashes passwordHashes;

    /**
     * @param slug another than the one wanted first
     * @param password that of the sign-up, asked of people: who is mailed about a stranger's sign-up does not know it, and
     *     so does not confirm an account to which the stranger has the password
     * @throws ProblemException {@code not-found} for a token that is unknown, used or expired, alike; {@code conflict} for
     *     a slug taken meanwhile, {@code validation} for another password: the token stays good
     */
    public Membership with(String token, Optional<Slug> slug, Optional<String> password) {
        password.ifPresent(given -> requireTheSame(given, token));
        return TenantContext.call(CreateTenant.newId(), () -> found.with(token, slug));
    }

    private void requireTheSame(String password, String token) {
        if (!passwordHashes.verify(password, Optional.of(found.passwordHash(token)))) {
            throw ProblemException.invalid("/password", "tenant.signup-password");
        }
    }
}
