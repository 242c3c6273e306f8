package io.tenantry.billing.change;

import io.tenantry.billing.change.internal.PlanStep;
import io.tenantry.billing.change.internal.sql.BilledBase;
import io.tenantry.billing.invoicing.Charged;
import io.tenantry.billing.invoicing.InvoiceKind;
import io.tenantry.billing.invoicing.IssueInvoice;
import io.tenantry.billing.subscription.HeldSubscription;
import io.tenantry.billing.subscription.TenantBilling;
import io.tenantry.billing.subscription.TenantDay;
import io.tenantry.platform.id.Ids;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.activity.ActivityLog;
import io.tenantry.tenant.plan.PlanCatalog;
import io.tenantry.tenant.plan.TenantPlan;
import io.tenantry.tenant.registry.MoveTenant;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Gives the thread's tenant another plan, at once or when its base price is next due. */
@Stateless
public class ChangePlan {

    @PersistenceContext(unitName = "billingPU")
    EntityManager entityManager;

    @Inject
    PlanCatalog plans;

    @Inject
    MoveTenant move;

    @Inject
    IssueInvoice invoices;

    @Inject
    TenantDay days;

    @Inject
    ActivityLog activity;

    @Inject
    BusinessClock clock;

    /**
     * What is left of the price that was paid is given back, and the new price is due for the same days. The plan it has
     * already takes back what was put off.
     *
     * @param expected the version to change, or empty for any
     * @throws ProblemException {@code precondition-failed}; {@code validation} for a plan that is not on offer;
     *     {@code conflict} if it has to wait for the end of the period; {@code limit-exceeded}
     */
    public void now(OptionalLong expected, WantedPlan wanted) {
        TenantBilling subscription = HeldSubscription.hold(entityManager, expected);
        if (!wanted.cheaper()) {
            subscription.requireGoesOn();
        }
        PlanStep step = step(subscription, wanted);
        step.requirePossibleNow(wanted.cheaper());
        if (step.isNone()) {
            subscription.dropNext();
            return;
        }
        move.to(wanted.plan(), wanted.version(), wanted.force());
        var charged = step.charged(cycle ->
                BilledBase.of(entityManager, cycle, step.before().price().currency()));
        subscription.changePlan(step.before().id(), step.day(), clock.now()).ifPresent(entityManager::persist);
        entityManager.flush();
        charged.ifPresent(change ->
                invoices.issue(InvoiceKind.CHANGE, Ids.next().toString(), change.rest(), List.<Charged>of(change)));
    }

    /**
     * The plan it has already takes back what was put off.
     *
     * @param expected the version to change, or empty for any
     * @throws ProblemException {@code precondition-failed}; {@code validation} for a plan that is not on offer;
     *     {@code conflict} if the subscription does not go on
     */
    public void atPeriodEnd(OptionalLong expected, WantedPlan wanted) {
        TenantBilling subscription = HeldSubscription.hold(entityManager, expected);
        PlanStep step = step(subscription, wanted);
        step.requirePossibleLater();
        TenantPlan after = step.after();
        subscription.takeNext(after.id());
        if (step.isNone()) {
            subscription.dropNext();
        }
        entityManager.flush();
        activity.changed(
                "subscription.planPutOff",
                "subscription",
                subscription.id(),
                Map.of("plan", step.before().code(), "version", step.before().version()),
                Map.of(
                        "nextPlan",
                        after.code(),
                        "version",
                        after.version(),
                        "on",
                        subscription.renewsOn().toString()));
    }

    private PlanStep step(TenantBilling subscription, WantedPlan wanted) {
        return new PlanStep(
                subscription,
                plans.ofCurrentTenant(),
                plans.named(wanted.plan(), wanted.version()),
                subscription.within(days.today()));
    }
}
