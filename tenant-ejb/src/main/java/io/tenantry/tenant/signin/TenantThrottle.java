package io.tenantry.tenant.signin;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.time.BusinessClock;
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
 * Limits how often the thread's tenant, whoever of it, tries in vain within an hour, on all nodes together. What is counted
 * stays when the caller's transaction is rolled back.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class TenantThrottle {

    private static final Duration WINDOW = Duration.ofHours(1);

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    BusinessClock clock;

    /**
     * Counts an attempt, before it is known how it ends: many at once do not get past the limit.
     *
     * @param purpose what is counted apart
     * @return whether it may go on
     */
    public boolean admit(String purpose, int most) {
        Instant now = clock.wallClock();
        return ThrottleStatements.count(entityManager, key(purpose), now, now.minus(WINDOW)) <= most;
    }

    /** An attempt that was not in vain does not count. */
    public void forgive(String purpose) {
        ThrottleStatements.forgive(entityManager, key(purpose));
    }

    /** What is answered if there were too many. */
    public static ProblemException refusal() {
        return ProblemException.of(ProblemType.RATE_LIMITED, Map.of("retryAfter", WINDOW.toSeconds()));
    }

    private static String key(String purpose) {
        return purpose + "Tenant:" + TenantContext.required();
    }
}
