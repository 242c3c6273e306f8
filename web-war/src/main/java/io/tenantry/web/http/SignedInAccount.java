package io.tenantry.web.http;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.tenant.access.Access;
import io.tenantry.tenant.access.VerifyAccess;
import io.tenantry.tenant.identity.IdentityProvider;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who is signed in, for what anyone may call and an account may do on its own behalf; tenants do not matter. */
@ApplicationScoped
public class SignedInAccount {

    @Inject
    IdentityProvider provider;

    @Inject
    OutsideVerification outside;

    @Inject
    VerifyAccess verifyAccess;

    /**
     * Empty if nobody is.
     *
     * @throws ProblemException {@code unauthenticated} for a session that has ended, and for an API key
     */
    public Optional<Access> of(SecurityContext security) {
        if (!(security.getUserPrincipal() instanceof JsonWebToken token)) {
            return Optional.empty();
        }
        if (provider.isOutside()) {
            return Optional.of(verifyAccess.withoutTenant(null, outside.account(token)));
        }
        return Optional.of(verifyAccess.withoutTenant(id(token.getClaim("sid")), id(token.getSubject())));
    }

    private static UUID id(String claim) {
        return Ids.parse(claim).orElseThrow(() -> ProblemException.of(ProblemType.UNAUTHENTICATED));
    }
}
