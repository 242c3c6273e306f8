package io.tenantry.tenant.signin;

import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.signin.internal.sql.PurgeStatements;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Removes what has expired: tokens, sign-ups, counted attempts, and sessions that were over a month ago. */
@Stateless
public class PurgeExpired {

    static final int MOST = 5_000;

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    BusinessClock clock;

    /** In one short transaction: what is left after {@value #MOST} rows of a kind goes the next time. */
    public void run() {
        PurgeStatements.ALL.forEach(expired -> PurgeStatements.delete(entityManager, expired, clock.wallClock(), MOST));
    }
}
