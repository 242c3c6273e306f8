package io.tenantry.billing.subscription;

import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.registry.TenantCreated;
import io.tenantry.tenant.usage.UsagePeriods;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;

/** Gives a new tenant its subscription. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class BeginSubscription {

    @PersistenceContext(unitName = "billingPU")
    EntityManager entityManager;

    @Inject
    TenantDay days;

    @Inject
    UsagePeriods usagePeriods;

    @Inject
    BusinessClock clock;

    public void begin(TenantCreated tenant) {
        LocalDate first = days.of(tenant.at());
        TenantBilling subscription = tenant.trialEndsAt()
                .map(end -> TenantBilling.inTrial(new Period(first, days.of(end)), clock.now()))
                .orElseGet(() -> TenantBilling.from(first, clock.now()));
        entityManager.persist(subscription);
        entityManager.flush();
        Period period = subscription.period();
        usagePeriods.set(period.start(), period.end());
    }
}
