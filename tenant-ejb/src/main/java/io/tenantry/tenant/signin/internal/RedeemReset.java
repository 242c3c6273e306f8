package io.tenantry.tenant.signin.internal;

import io.tenantry.platform.caller.Caller;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.secret.Secrets;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.member.Account;
import io.tenantry.tenant.member.Accounts;
import io.tenantry.tenant.signin.internal.sql.ResetStatements;
import io.tenantry.tenant.signin.internal.sql.ResetStatements.Reset;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;

/** Exchanges a token for a new password: once, and only while the password is the one that was forgotten. */
@Stateless
public class RedeemReset {

    private static final UUID NONE = new UUID(0, 0);

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    Accounts accounts;

    @Inject
    Sessions sessions;

    @Inject
    BusinessClock clock;

    /** Whether a token is worth the work of hashing a password. */
    public boolean isGood(String token) {
        return ResetStatements.find(entityManager, Secrets.hash(token), clock.wallClock())
                .flatMap(this::account)
                .isPresent();
    }

    /**
     * Changes the password and ends all of the account's sessions, in one transaction.
     *
     * @return the account
     * @throws ProblemException {@code not-found}
     */
    public UUID redeem(String token, String passwordHash) {
        Account account = ResetStatements.take(entityManager, Secrets.hash(token), clock.wallClock())
                .flatMap(this::account)
                .orElseThrow(ProblemException::notFound);
        if (!accounts.changePassword(account.id(), account.passwordHash(), passwordHash)) {
            throw ProblemException.notFound();
        }
        sessions.endOthers(account.id(), NONE, "password reset");
        Caller.identify(Caller.Kind.USER, account.id(), account.email());
        return account.id();
    }

    private Optional<Account> account(Reset reset) {
        return Optional.of(entityManager.find(Account.class, reset.account()))
                .filter(account -> !account.isDisabled())
                .filter(account -> Secrets.same(Secrets.hash(account.passwordHash()), reset.passwordMark()));
    }
}
