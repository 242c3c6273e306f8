package io.tenantry.billing.subscription;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.tenant.activity.ActivityLog;
import io.tenantry.tenant.lifecycle.ChangeTenantStatus;
import io.tenantry.tenant.usage.UsagePeriods;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Moves the subscription of the thread's tenant on in its life, and the tenant with it. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class ChangeSubscriptionStatus {

    /** Why a tenant is suspended whose subscription has ended. */
    public static final String CANCELLED = "cancelled";

    @PersistenceContext(unitName = "billingPU")
    EntityManager entityManager;

    @Inject
    ChangeTenantStatus tenant;

    @Inject
    TakeNextPlan nextPlan;

    @Inject
    TenantDay days;

    @Inject
    UsagePeriods usagePeriods;

    @Inject
    ActivityLog activity;

    @Inject
    Event<SubscriptionResumed> resumed;

    /**
     * The trial is over: what is paid for begins on {@code day}, or nothing if it was cancelled in time.
     *
     * @throws ProblemException {@code conflict} if it is not in trial
     */
    public void trialEnded(LocalDate day) {
        TenantBilling subscription = HeldSubscription.hold(entityManager);
        boolean ends = subscription.isCancelledAtPeriodEnd();
        change(subscription, held -> held.activate(day));
        tenant.activate();
        if (ends) {
            cancelled();
        } else {
            nextPlan.take(day);
            usagePeriods.set(
                    subscription.period().start(), subscription.period().end());
        }
    }

    /** It owes something for too long. @throws ProblemException {@code conflict} if it is not active */
    public void fellBehind() {
        change(HeldSubscription.hold(entityManager), TenantBilling::pastDue);
        tenant.fallBehind();
    }

    /** It owes nothing any more. @throws ProblemException {@code conflict} if it is not past due */
    public void caughtUp() {
        change(HeldSubscription.hold(entityManager), TenantBilling::paid);
        tenant.catchUp();
    }

    /**
     * Its end has come: there is no base price any more, and the tenant is closed to its members.
     *
     * @throws ProblemException {@code conflict} if it has ended already
     */
    public void cancelled() {
        TenantBilling subscription = HeldSubscription.hold(entityManager);
        boolean open = subscription.status().isLive();
        change(subscription, TenantBilling::cancel);
        if (open) {
            tenant.suspend(OptionalLong.empty(), CANCELLED);
        }
    }

    /** The tenant is closed to its members; nothing if the subscription has ended. */
    public void suspended() {
        TenantBilling subscription = HeldSubscription.hold(entityManager);
        if (subscription.status().isLive()) {
            change(subscription, TenantBilling::suspend);
        }
    }

    /** The tenant is open again. */
    public void resumed(SubscriptionStatus status) {
        TenantBilling subscription = HeldSubscription.hold(entityManager);
        if (subscription.status().isLive()) {
            return;
        }
        boolean anew = subscription.status() == SubscriptionStatus.CANCELLED;
        change(subscription, held -> held.resume(status, days.today()));
        if (anew) {
            usagePeriods.set(
                    subscription.period().start(), subscription.period().end());
        } else {
            resumed.fire(new SubscriptionResumed(subscription));
        }
    }

    private void change(TenantBilling subscription, Consumer<TenantBilling> step) {
        String before = subscription.status().code();
        step.accept(subscription);
        entityManager.flush();
        activity.changed(
                "subscription." + subscription.status().code(),
                "subscription",
                subscription.id(),
                Map.of("status", before),
                Map.of("status", subscription.status().code()));
    }
}
