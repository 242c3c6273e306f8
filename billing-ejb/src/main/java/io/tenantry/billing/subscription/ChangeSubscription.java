package io.tenantry.billing.subscription;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.tenant.activity.ActivityLog;
import io.tenantry.tenant.usage.UsagePeriods;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Ends the subscription of the thread's tenant in time, or goes on with it; and its billing day. */
@Stateless
public class ChangeSubscription {

    @PersistenceContext(unitName = "billingPU")
    EntityManager entityManager;

    @Inject
    UsagePeriods usagePeriods;

    @Inject
    ActivityLog activity;

    /**
     * Lets it end with what is paid for; no plan is taken any more then.
     *
     * @throws ProblemException {@code precondition-failed}; {@code conflict} if it is suspended or has ended
     */
    public void cancel(OptionalLong expected) {
        change("subscription.cancelledAtPeriodEnd", expected, TenantBilling::cancelAtPeriodEnd);
    }

    /**
     * Lets it go on.
     *
     * @throws ProblemException {@code precondition-failed}; {@code conflict} if it is suspended or has ended
     */
    public void keep(OptionalLong expected) {
        change("subscription.kept", expected, TenantBilling::keep);
    }

    /**
     * Lets months begin on another day.
     *
     * @throws ProblemException {@code precondition-failed}; {@code conflict} once something was billed
     */
    public void billOn(OptionalLong expected, BillingDay day) {
        change("subscription.changed", expected, held -> held.billOn(day));
    }

    private void change(String action, OptionalLong expected, Consumer<TenantBilling> change) {
        TenantBilling subscription = HeldSubscription.hold(entityManager, expected);
        Map<String, Object> before = snapshot(subscription);
        Period period = subscription.period();
        change.accept(subscription);
        entityManager.flush();
        if (!subscription.period().equals(period)) {
            usagePeriods.set(
                    subscription.period().start(), subscription.period().end());
        }
        Map<String, Object> after = snapshot(subscription);
        if (!after.equals(before)) {
            activity.changed(action, "subscription", subscription.id(), before, after);
        }
    }

    private static Map<String, Object> snapshot(TenantBilling subscription) {
        return Map.of(
                "cancelAtPeriodEnd",
                subscription.isCancelledAtPeriodEnd(),
                "billingDay",
                subscription.billingDay().value());
    }
}
