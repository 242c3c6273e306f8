package io.tenantry.tenant.member;

import io.tenantry.platform.persistence.Flush;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.text.Text;
import io.tenantry.platform.time.BusinessClock;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;

/** The accounts people sign in with. */
@Stateless
public class Accounts {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    BusinessClock clock;

    public Optional<Account> byEmail(String email) {
        return entityManager
                .createQuery("select a from Account a where a.emailKey = :key", Account.class)
                .setParameter("key", Account.keyOf(email))
                .getResultStream()
                .findFirst();
    }

    /**
     * Replaces a password's hash, unless it is not the expected one any more.
     *
     * @return whether it was replaced
     */
    public boolean changePassword(UUID account, String expectedHash, String nextHash) {
        return entityManager
                        .createQuery("update Account a set a.passwordHash = :next"
                                + " where a.id = :id and a.passwordHash = :expected")
                        .setParameter("next", nextHash)
                        .setParameter("id", account)
                        .setParameter("expected", expectedHash)
                        .executeUpdate()
                == 1;
    }

    /** @throws ProblemException {@code conflict} if the address is taken */
    public Account create(String email, String displayName, String passwordHash, boolean platformAdmin) {
        Account account = new Account(email, displayName, passwordHash, platformAdmin, clock.now());
        entityManager.persist(account);
        Text taken = Text.of("tenant.email-taken");
        Flush.now(entityManager, taken, taken);
        return account;
    }
}
