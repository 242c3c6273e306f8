package io.tenantry.tenant.signin;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.secret.Secrets;
import io.tenantry.platform.tenancy.TenantContext;
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
 * Limits the e-mail that strangers can have sent, on all nodes together: in an hour at most {@value #PER_EMAIL} to an
 * address, whether or not there is an account, and {@value #PER_ADDRESS} from a network address; and the e-mail that a
 * tenant can have sent to strangers, {@value #PER_TENANT} in all.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class MailThrottle {

    static final int PER_EMAIL = 5;
    static final int PER_ADDRESS = 20;
    static final int PER_TENANT = 100;
    private static final Duration WINDOW = Duration.ofHours(1);

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    BusinessClock clock;

    /**
     * Counts an attempt. One that is refused for its network address does not count for the e-mail address: nobody shuts
     * another out for longer than that.
     *
     * @param purpose what is counted apart
     * @return whether it may go on
     */
    public boolean admit(String purpose, String email, String networkAddress) {
        return count(purpose + "Address:" + Secrets.hash(networkAddress)) <= PER_ADDRESS
                && count(purpose + "Email:" + Secrets.hash(Account.keyOf(email))) <= PER_EMAIL;
    }

    /**
     * Counts an e-mail of the thread's tenant to somebody who is no member, in the transaction that sends it.
     *
     * @return whether it may go out
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public boolean admitFromTenant(String purpose, String email) {
        String tenant = purpose + "Tenant:" + TenantContext.required();
        return count(tenant) <= PER_TENANT && count(tenant + ":" + Secrets.hash(Account.keyOf(email))) <= PER_EMAIL;
    }

    /** What a refused attempt is answered. */
    public static ProblemException refusal() {
        return ProblemException.of(ProblemType.RATE_LIMITED, Map.of("retryAfter", WINDOW.toSeconds()));
    }

    private int count(String key) {
        Instant now = clock.wallClock();
        return ThrottleStatements.count(entityManager, key, now, now.minus(WINDOW));
    }
}
