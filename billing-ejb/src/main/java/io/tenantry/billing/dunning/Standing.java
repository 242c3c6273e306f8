package io.tenantry.billing.dunning;

import io.tenantry.billing.customer.FindCustomer;
import io.tenantry.billing.invoicing.InvoiceSettled;
import io.tenantry.billing.subscription.ChangeSubscriptionStatus;
import io.tenantry.billing.subscription.SubscriptionStatus;
import io.tenantry.billing.subscription.TenantBilling;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.lifecycle.ChangeTenantStatus;
import io.tenantry.tenant.registry.FindTenants;
import io.tenantry.tenant.registry.TenantStatus;
import io.tenantry.tenant.registry.TenantView;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/** What owing money does to the thread's tenant, and how that ends. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Standing {

    /** Why a tenant is suspended that does not pay. */
    public static final String UNPAID = "unpaid";

    @PersistenceContext(unitName = "billingPU")
    EntityManager entityManager;

    @Inject
    ChangeSubscriptionStatus subscription;

    @Inject
    ChangeTenantStatus tenant;

    @Inject
    FindTenants tenants;

    @Inject
    FindCustomer customers;

    @Inject
    BusinessClock clock;

    /**
     * Whether an action can have its effect. While the tenant is suspended for another reason, what would change its
     * standing waits until it is open again.
     */
    public boolean admits(DunningAction action) {
        boolean changesStanding = action == DunningAction.pastDue || action == DunningAction.suspend;
        return !changesStanding || status().isOpen() || UNPAID.equals(current().statusReason());
    }

    /** Past due, if it was active. */
    public void owes() {
        if (is(SubscriptionStatus.ACTIVE)) {
            subscription.fellBehind();
        }
    }

    /** Closes the tenant to its members, if it is open. */
    public void suspend() {
        if (status().isOpen()) {
            tenant.suspend(OptionalLong.empty(), UNPAID);
        }
    }

    /** Undoes both as soon as nothing is overdue any more. What was suspended for another reason stays so. */
    public void settled(@Observes InvoiceSettled settled) {
        if (isAnythingOverdue()) {
            return;
        }
        if (status() == TenantStatus.SUSPENDED && UNPAID.equals(current().statusReason())) {
            tenant.resume(OptionalLong.empty());
        }
        if (is(SubscriptionStatus.PAST_DUE)) {
            subscription.caughtUp();
        }
    }

    private boolean isAnythingOverdue() {
        LocalDate today = customers.current().dayOf(clock.now());
        return entityManager
                .createQuery("select i.id from Invoice i where i.status = 'open' and i.dueOn < :today")
                .setParameter("today", today)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .isPresent();
    }

    private boolean is(SubscriptionStatus status) {
        Optional<TenantBilling> found = entityManager
                .createQuery("select b from TenantBilling b", TenantBilling.class)
                .getResultStream()
                .findFirst();
        return found.map(billing -> billing.status() == status).orElse(false);
    }

    private TenantStatus status() {
        return TenantStatus.of(current().status());
    }

    private TenantView current() {
        return tenants.get(TenantContext.required().value());
    }
}
