package io.tenantry.billing.subscription;

import io.tenantry.tenant.plan.PlanCatalog;
import io.tenantry.tenant.plan.TenantPlan;
import io.tenantry.tenant.registry.MoveTenant;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;

/** Moves the thread's tenant to the plan that was put off until the base price is next due. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class TakeNextPlan {

    @PersistenceContext(unitName = "billingPU")
    EntityManager entityManager;

    @Inject
    PlanCatalog plans;

    @Inject
    MoveTenant move;

    /**
     * Does nothing if none was put off.
     *
     * @param day from which the base price is that of the new plan
     */
    public void take(LocalDate day) {
        TenantBilling subscription = HeldSubscription.hold(entityManager);
        subscription.nextPlanId().flatMap(plans::find).ifPresent(next -> {
            TenantPlan before = plans.ofCurrentTenant();
            move.toPromised(next.id());
            subscription.tookNext(day, !next.interval().equals(before.interval()));
            entityManager.flush();
        });
    }
}
