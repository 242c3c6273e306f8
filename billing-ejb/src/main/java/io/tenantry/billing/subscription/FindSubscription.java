package io.tenantry.billing.subscription;

import io.tenantry.billing.subscription.SubscriptionView.NextPlan;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.tenant.plan.PlanCatalog;
import io.tenantry.tenant.plan.TenantPlan;
import io.tenantry.tenant.registry.FindTenants;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;

/** Reads the subscription of the thread's tenant. */
@Stateless
public class FindSubscription {

    @PersistenceContext(unitName = "billingPU")
    EntityManager entityManager;

    @Inject
    PlanCatalog plans;

    @Inject
    FindTenants tenants;

    @Inject
    TenantDay days;

    /** @throws ProblemException {@code not-found} */
    public SubscriptionView get() {
        TenantBilling subscription = current();
        TenantPlan plan = plans.ofCurrentTenant();
        return new SubscriptionView(
                plan.code(),
                plan.version(),
                subscription.status().code(),
                subscription.period(),
                tenants.get(TenantContext.required().value()).trialEndsAt(),
                subscription.billingDay().value(),
                plan.currency(),
                subscription.renewsOn(),
                subscription
                        .nextPlanId()
                        .flatMap(plans::find)
                        .map(next -> new NextPlan(next.code(), next.version()))
                        .orElse(null),
                subscription.isCancelledAtPeriodEnd(),
                nextInvoiceOn(subscription),
                subscription.version());
    }

    /** @throws ProblemException {@code not-found} */
    public TenantBilling current() {
        TenantContext.required();
        return entityManager
                .createQuery("select b from TenantBilling b", TenantBilling.class)
                .getResultStream()
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    /** Invoices are made when a local day begins. */
    private LocalDate nextInvoiceOn(TenantBilling subscription) {
        LocalDate end = subscription.period().end();
        return switch (subscription.status()) {
            case CANCELLED -> null;
            case TRIAL, SUSPENDED -> end;
            case ACTIVE, PAST_DUE -> {
                LocalDate today = days.today();
                LocalDate base = subscription.baseUntil().isAfter(today) ? subscription.baseUntil() : today.plusDays(1);
                yield base.isBefore(end) ? base : end;
            }
        };
    }
}
