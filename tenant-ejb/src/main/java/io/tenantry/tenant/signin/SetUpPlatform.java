package io.tenantry.tenant.signin;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.secret.Secrets;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.member.Accounts;
import io.tenantry.tenant.signin.internal.sql.SetupStatements;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes the first administrator of the platform, once: from configuration at start, or by whoever holds the set-up token
 * ({@code tenantry.setup-token}).
 */
@Stateless
public class SetUpPlatform {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    Accounts accounts;

    @Inject
    PasswordHashes passwordHashes;

    @Inject
    BusinessClock clock;

    @Inject
    @ConfigProperty(name = "tenantry.setup-token")
    Optional<String> expectedToken;

    public boolean isRequired() {
        return !SetupStatements.isComplete(entityManager);
    }

    /** @throws ProblemException {@code not-found} for a wrong token and once there is an administrator, alike */
    public void withToken(String token, String email, String displayName, String password) {
        boolean matches =
                expectedToken.filter(expected -> Secrets.same(expected, token)).isPresent();
        if (!matches || !administrator(email, displayName, password)) {
            throw ProblemException.notFound();
        }
    }

    /** @return whether it was the first; otherwise nothing is done */
    public boolean administrator(String email, String displayName, String password) {
        if (!SetupStatements.complete(entityManager, clock.now())) {
            return false;
        }
        accounts.create(email, displayName, passwordHashes.hash(password), true);
        return true;
    }
}
