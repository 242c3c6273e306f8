package io.tenantry.billing.trial;

import io.tenantry.billing.subscription.ChangeSubscriptionStatus;
import io.tenantry.billing.subscription.HeldSubscription;
import io.tenantry.billing.subscription.SubscriptionStatus;
import io.tenantry.billing.subscription.TenantBilling;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Does what is due in the trial of the thread's tenant on a day. */
@Stateless
public class EndTrial {

    /** On how many days before its end a trial is told of. */
    static final List<Integer> WARNINGS = List.of(7, 3, 1);

    @PersistenceContext(unitName = "billingPU")
    EntityManager entityManager;

    @Inject
    ChangeSubscriptionStatus status;

    @Inject
    TellTrialEnds tell;

    /** @return whether there was something to do that had not been done */
    public boolean on(LocalDate day) {
        TenantBilling subscription = HeldSubscription.hold(entityManager);
        LocalDate end = subscription.period().end();
        if (subscription.status() != SubscriptionStatus.TRIAL) {
            return false;
        }
        if (!end.isAfter(day)) {
            status.trialEnded(day);
            return true;
        }
        int left = (int) ChronoUnit.DAYS.between(day, end);
        boolean tells = WARNINGS.contains(left) && !subscription.isCancelledAtPeriodEnd();
        if (!tells || !subscription.warnOfTrialEnd(day)) {
            return false;
        }
        entityManager.flush();
        tell.owners(left, end);
        return true;
    }
}
