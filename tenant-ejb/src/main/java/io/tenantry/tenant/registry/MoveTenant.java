package io.tenantry.tenant.registry;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.activity.ActivityLog;
import io.tenantry.tenant.plan.PlanCatalog;
import io.tenantry.tenant.plan.TenantPlan;
import io.tenantry.tenant.registry.internal.sql.MoveStatements;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Moves the thread's tenant to another plan, or to another version of its own. */
@Stateless
public class MoveTenant {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    PlanCatalog plans;

    @Inject
    ActivityLog activity;

    @Inject
    BusinessClock clock;

    /**
     * @param version {@code null} for the newest on offer
     * @param force whether to move although the tenant holds more than it may then
     * @throws ProblemException {@code not-found} for the tenant; {@code validation} for a plan that is not on offer, does
     *     not exist or is reserved for another, all alike; {@code limit-exceeded}
     */
    public void to(String plan, Integer version, boolean force) {
        move(() -> plans.named(plan, version), force);
    }

    /**
     * Moves it to a version that it was promised, on offer or not, whatever it holds by now.
     *
     * @throws ProblemException {@code not-found} for the tenant
     */
    public void toPromised(UUID plan) {
        move(() -> entityManager.find(TenantPlan.class, plan), true);
    }

    private void move(Supplier<TenantPlan> wanted, boolean force) {
        if (!MoveStatements.lock(entityManager)) {
            throw ProblemException.notFound();
        }
        Tenant tenant =
                entityManager.find(Tenant.class, TenantContext.required().value());
        TenantPlan before = entityManager.find(TenantPlan.class, tenant.planId());
        TenantPlan after = wanted.get();
        if (after.id().equals(before.id())) {
            return;
        }
        tenant.moveTo(after);
        entityManager.flush();
        if (!force) {
            requireFit(after);
        }
        activity.changed("plan.moved", "tenant", tenant.id().value(), snapshot(before), snapshot(after));
    }

    private void requireFit(TenantPlan plan) {
        MoveStatements.exceeded(entityManager, clock.now()).ifPresent(exceeded -> {
            throw ProblemException.of(
                    ProblemType.LIMIT_EXCEEDED,
                    Map.of(
                            "resource", exceeded.resource(),
                            "limit", exceeded.limit(),
                            "used", exceeded.used(),
                            "requested", 0,
                            "plan", plan.code()));
        });
    }

    private static Map<String, Object> snapshot(TenantPlan plan) {
        return Map.of("plan", plan.code(), "version", plan.version());
    }
}
