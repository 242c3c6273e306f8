package io.tenantry.billing.change;

import io.tenantry.billing.change.internal.PlanStep;
import io.tenantry.billing.change.internal.sql.BilledBase;
import io.tenantry.billing.invoicing.Charged;
import io.tenantry.billing.invoicing.InvoiceDraft;
import io.tenantry.billing.invoicing.InvoiceKind;
import io.tenantry.billing.invoicing.IssueInvoice;
import io.tenantry.billing.subscription.FindSubscription;
import io.tenantry.billing.subscription.TenantBilling;
import io.tenantry.billing.subscription.TenantDay;
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
    IssueInvoice invoices;

    @Inject
    TenantDay days;

    /**
     * @param on when the plan is taken
     * @param invoice what is invoiced at once
     * @param nextInvoiceOn when the new plan's base price is next due
     */
    public record Preview(TenantPlan plan, LocalDate on, InvoiceDraft invoice, LocalDate nextInvoiceOn) {}

    /** @throws ProblemException as {@link ChangePlan#now} does */
    public Preview now(WantedPlan wanted) {
        TenantBilling subscription = subscriptions.current();
        subscription.requireGoesOn();
        PlanStep step = step(subscription, wanted);
        step.requirePossibleNow(wanted.cheaper());
        List<Charged> charged =
                step
                        .charged(cycle -> BilledBase.of(
                                entityManager, cycle, step.before().price().currency()))
                        .stream()
                        .map(Charged.class::cast)
                        .toList();
        return preview(step, step.day(), charged);
    }

    /** @throws ProblemException as {@link ChangePlan#atPeriodEnd} does */
    public Preview atPeriodEnd(WantedPlan wanted) {
        TenantBilling subscription = subscriptions.current();
        subscription.requireGoesOn();
        PlanStep step = step(subscription, wanted);
        step.requirePossibleLater();
        return preview(step, subscription.renewsOn(), List.of());
    }

    private PlanStep step(TenantBilling subscription, WantedPlan wanted) {
        return new PlanStep(
                subscription,
                plans.ofCurrentTenant(),
                plans.named(wanted.plan(), wanted.version()),
                subscription.within(days.today()));
    }

    private Preview preview(PlanStep step, LocalDate on, List<Charged> charged) {
        InvoiceDraft invoice = invoices.preview(InvoiceKind.CHANGE, charged);
        return new Preview(step.after(), on, invoice, step.subscription().renewsOn());
    }
}
