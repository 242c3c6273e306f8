package io.tenantry.billing.change;

import io.tenantry.billing.invoicing.Charged;
import io.tenantry.billing.invoicing.InvoiceKind;
import io.tenantry.billing.invoicing.IssueInvoice;
import io.tenantry.billing.subscription.Period;
import io.tenantry.billing.subscription.SubscriptionResumed;
import io.tenantry.billing.subscription.TenantBilling;
import io.tenantry.platform.id.Ids;
import io.tenantry.tenant.plan.PlanCatalog;
import io.tenantry.tenant.plan.TenantPlan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/** While a tenant was suspended no base price was due: once it goes on, it is for the days that are left of the cycle. */
@ApplicationScoped
public class BillResumed {

    @Inject
    PlanCatalog plans;

    @Inject
    IssueInvoice invoices;

    void resumed(@Observes SubscriptionResumed resumed) {
        TenantBilling subscription = resumed.subscription();
        if (!subscription.lacksBase()) {
            return;
        }
        LocalDate day = subscription.baseUntil();
        TenantPlan plan = plans.ofCurrentTenant();
        Period cycle = subscription.baseCycle(plan.interval().equals("year"), day);
        Period rest = new Period(day, cycle.end());
        subscription.billedUntil(rest.end());
        invoices.issue(
                InvoiceKind.CHANGE,
                Ids.next().toString(),
                rest,
                List.of(new Charged.Base(plan.name(), plan.price(), rest, cycle)));
    }
}
