package io.tenantry.tenant.identity;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.text.Text;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.identity.internal.sql.IdentityStatements;
import io.tenantry.tenant.member.Account;
import io.tenantry.tenant.member.Accounts;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds the account of somebody whom an outside identity provider knows. It is linked to the account with the same e-mail
 * address when somebody first comes, if the provider vouches for the address and nobody else of the provider's has it.
 */
@Stateless
public class OutsideAccounts {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    Accounts accounts;

    @Inject
    BusinessClock clock;

    /**
     * @param issuer of the token
     * @param subject whom the issuer means
     * @param provenEmail the address, if the issuer has proven it
     * @throws ProblemException {@code unauthenticated} for whom there is no account
     */
    public UUID accountOf(String issuer, String subject, Optional<String> provenEmail) {
        return IdentityStatements.find(entityManager, issuer, subject)
                .or(() -> provenEmail.flatMap(accounts::byEmail).flatMap(account -> link(issuer, subject, account)))
                .orElseThrow(
                        () -> ProblemException.of(ProblemType.UNAUTHENTICATED, Text.of("tenant.identity-unknown")));
    }

    private Optional<UUID> link(String issuer, String subject, Account account) {
        IdentityStatements.link(entityManager, issuer, subject, account.id(), clock.wallClock());
        return IdentityStatements.find(entityManager, issuer, subject);
    }
}
