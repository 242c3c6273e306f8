package io.tenantry.tenant.usage;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.usage.internal.sql.CounterStatements;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Map;

/** Looks once more whether the thread's tenant may go on calling: the plan or the period may have changed since. */
@Stateless
public class RefuseCalls {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    BusinessClock clock;

    /** @throws ProblemException {@code limit-exceeded} */
    public void unlessLifted() {
        Instant now = clock.now();
        CounterStatements.exhausted(entityManager, ApiCalls.RESOURCE, now).ifPresent(state -> {
            throw ProblemException.of(
                    ProblemType.LIMIT_EXCEEDED,
                    Map.of(
                            "resource", ApiCalls.RESOURCE,
                            "limit", state.limit(),
                            "used", state.used(),
                            "requested", 1,
                            "plan", state.plan()));
        });
    }
}
