package io.tenantry.tenant.signin.internal;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.secret.Secrets;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.member.Account;
import io.tenantry.tenant.signin.internal.sql.ThrottleStatements;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Slows the guessing of passwords down, on all nodes together: at most {@value #PER_EMAIL} failures for an e-mail address
 * and {@value #PER_ADDRESS} from a network address in a quarter of an hour. The secrets of API keys are counted by
 * network address alone, and apart: whoever knows a key's public part cannot shut its holder out.
 *
 * <p>An attempt counts as failed before the password is looked at, so that attempts at the same instant count too. For an
 * address nobody has the answer is the same.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class LoginThrottle {

    static final int PER_EMAIL = 10;
    static final int PER_ADDRESS = 100;
    private static final Duration WINDOW = Duration.ofMinutes(15);

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    BusinessClock clock;

    /** @return whether the attempt may go on */
    public boolean admit(String email, String networkAddress) {
        Instant now = clock.wallClock();
        Instant windowStart = now.minus(WINDOW);
        int byEmail = ThrottleStatements.count(entityManager, emailKey(email), now, windowStart);
        int byAddress = ThrottleStatements.count(entityManager, addressKey(networkAddress), now, windowStart);
        return byEmail <= PER_EMAIL && byAddress <= PER_ADDRESS;
    }

    /** The password was right. */
    public void succeeded(String email, String networkAddress) {
        ThrottleStatements.forget(entityManager, emailKey(email));
        ThrottleStatements.forgive(entityManager, addressKey(networkAddress));
    }

    /**
     * The password was right, but that does not end it: this attempt is not counted as a failure, those before still are.
     * Otherwise somebody who has the password could guess codes for ever.
     */
    public void forgive(String email, String networkAddress) {
        ThrottleStatements.forgive(entityManager, emailKey(email));
        ThrottleStatements.forgive(entityManager, addressKey(networkAddress));
    }

    /** @return whether an attempt with the secret of an API key may go on */
    public boolean admitKey(String networkAddress) {
        Instant now = clock.wallClock();
        return ThrottleStatements.count(entityManager, keyAddressKey(networkAddress), now, now.minus(WINDOW))
                <= PER_ADDRESS;
    }

    /** The secret was right. */
    public void keySucceeded(String networkAddress) {
        ThrottleStatements.forgive(entityManager, keyAddressKey(networkAddress));
    }

    /** What a refused attempt is answered. */
    public static ProblemException refusal() {
        return ProblemException.of(ProblemType.RATE_LIMITED, Map.of("retryAfter", WINDOW.toSeconds()));
    }

    private static String emailKey(String email) {
        return "email:" + Secrets.hash(Account.keyOf(email));
    }

    private static String keyAddressKey(String networkAddress) {
        return "keyAddress:" + Secrets.hash(networkAddress);
    }

    private static String addressKey(String networkAddress) {
        return "address:" + Secrets.hash(networkAddress);
    }
}
