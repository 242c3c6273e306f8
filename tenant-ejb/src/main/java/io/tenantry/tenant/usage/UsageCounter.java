package io.tenantry.tenant.usage;

import io.tenantry.platform.metering.Limits;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.usage.internal.sql.CounterStatements;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Map;

/** Counts what a tenant holds, against its plan. */
@Stateless
@Local(Limits.class)
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class UsageCounter implements Limits {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    BusinessClock clock;

    @Override
    public void take(String resource, long quantity) {
        TenantContext.required();
        Instant now = clock.now();
        if (!CounterStatements.take(entityManager, resource, quantity, now)) {
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
    }

    @Override
    public void release(String resource, long quantity) {
        TenantContext.required();
        CounterStatements.release(entityManager, resource, quantity);
    }
}
