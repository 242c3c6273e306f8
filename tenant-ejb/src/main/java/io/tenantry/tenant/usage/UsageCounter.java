package io.tenantry.tenant.usage;

import io.tenantry.platform.metering.Limits;
import io.tenantry.platform.metering.Usage;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.usage.internal.sql.CounterStatements;
import io.tenantry.tenant.usage.internal.sql.CounterStatements.Counted;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Map;

/** Counts what a tenant holds and consumes, against its plan. */
@Stateless
@Local({Limits.class, Usage.class})
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class UsageCounter implements Limits, Usage {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    UsageThresholds thresholds;

    @Inject
    TellUsage tell;

    @Inject
    BusinessClock clock;

    @Override
    public void take(String resource, long quantity) {
        TenantContext.required();
        Instant now = clock.now();
        require(
                CounterStatements.take(entityManager, resource, quantity, thresholds.all(), now),
                resource,
                quantity,
                now);
    }

    @Override
    public void release(String resource, long quantity) {
        TenantContext.required();
        CounterStatements.release(entityManager, resource, quantity, clock.now());
    }

    @Override
    public void record(String resource, long quantity) {
        TenantContext.required();
        Instant now = clock.now();
        require(
                CounterStatements.record(entityManager, resource, quantity, thresholds.all(), now),
                resource,
                quantity,
                now);
    }

    private void require(Counted counted, String resource, long quantity, Instant now) {
        if (!counted.accepted()) {
            CounterStatements.State state = CounterStatements.state(entityManager, resource, now);
            throw ProblemException.of(
                    ProblemType.LIMIT_EXCEEDED,
                    Map.of(
                            "resource", resource,
                            "limit", state.limit(),
                            "used", state.used(),
                            "requested", quantity,
                            "plan", state.plan()));
        }
        counted.crossed().ifPresent(tell::crossed);
    }
}
