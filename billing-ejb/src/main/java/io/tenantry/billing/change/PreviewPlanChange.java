package io.tenantry.billing.change;

import io.tenantry.billing.change.internal.PlanStep;
import io.tenantry.billing.change.internal.sql.BilledBase;
import io.tenantry.billing.invoicing.DraftLine;
import io.tenantry.billing.subscription.FindSubscription;
import io.tenantry.billing.subscription.TenantBilling;
import io.tenantry.billing.subscription.TenantDay;
import io.tenantry.platform.money.Money;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.tenant.plan.PlanCatalog;
import io.tenantry.tenant.plan.TenantPlan;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;

/** Shows what another plan would cost the thread's tenant; stores nothing. */
@Stateless
public class PreviewPlanChange {

    @PersistenceContext(unitName = "billingPU")
    EntityManager entityManager;

    @Inject
    FindSubscription subscriptions;

    @Inject
    PlanCatalog plans;

    @Inject
    TenantDay days;

    /**
     * @param on when the plan is taken
     * @param lines what is invoiced then, before tax
     * @param subtotal what they come to; less than nothing becomes credit
     * @param nextInvoiceOn when the new plan's base price is next due
     */
    public record Preview(
            String plan,
            int planVersion,
            LocalDate on,
            List<DraftLine> lines,
            Money subtotal,
            Money price,
            LocalDate nextInvoiceOn) {}

    /** @throws ProblemException as {@link ChangePlan#now} does */
    public Preview now(WantedPlan wanted) {
        TenantBilling subscription = subscriptions.current();
        subscription.requireGoesOn();
        PlanStep step = step(subscription, wanted);
        step.requirePossibleNow(wanted.cheaper());
        List<DraftLine> lines = step.charged(cycle -> BilledBase.of(
                        entityManager, cycle, step.before().price().currency()))
                .map(change -> change.lines(step.after().price().currency()))
                .orElse(List.of());
        return preview(step, step.day(), lines);
    }

    /** @throws ProblemException as {@link ChangePlan#atPeriodEnd} does */
    public Preview atPeriodEnd(WantedPlan wanted) {
        TenantBilling subscription = subscriptions.current();
        subscription.requireGoesOn();
        return preview(step(subscription, wanted), subscription.renewsOn(), List.of());
    }

    private PlanStep step(TenantBilling subscription, WantedPlan wanted) {
        return new PlanStep(
                subscription,
                plans.ofCurrentTenant(),
                plans.named(wanted.plan(), wanted.version()),
                subscription.within(days.today()));
    }

    private static Preview preview(PlanStep step, LocalDate on, List<DraftLine> lines) {
        TenantPlan after = step.after();
        Money zero = Money.zero(after.price().currency());
        return new Preview(
                after.code(),
                after.version(),
                on,
                lines,
                lines.stream().map(DraftLine::amount).reduce(zero, Money::plus),
                after.price(),
                step.subscription().renewsOn());
    }
}
