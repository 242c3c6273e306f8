package io.tenantry.billing.subscription;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.persistence.UuidConverter;
import io.tenantry.platform.problem.ProblemException;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** A tenant's subscription: the one there is. Its plan is the tenant's. */
@Entity
@Table(name = "tenant_billing")
public class TenantBilling extends BillingCalendar {

    private String status;

    @Column(name = "next_plan_id")
    @Convert(converter = UuidConverter.class)
    private UUID nextPlanId;

    @Column(name = "cancel_at_period_end")
    private boolean cancelAtPeriodEnd;

    protected TenantBilling() {}

    private TenantBilling(SubscriptionStatus status, Instant now) {
        super(Ids.next(), now);
        this.status = status.code();
    }

    /** Nothing is billed until the trial is over. */
    static TenantBilling inTrial(Period trial, Instant now) {
        TenantBilling subscription = new TenantBilling(SubscriptionStatus.TRIAL, now);
        subscription.waitUntil(trial);
        return subscription;
    }

    /** Paid for from its first day. */
    static TenantBilling from(LocalDate day, Instant now) {
        TenantBilling subscription = new TenantBilling(SubscriptionStatus.ACTIVE, now);
        subscription.begin(day, dayOf(day));
        return subscription;
    }

    /** The trial is over. @throws ProblemException {@code conflict} if it is not in trial */
    void activate(LocalDate day) {
        require(SubscriptionStatus.TRIAL);
        become(SubscriptionStatus.ACTIVE);
        begin(day, billingDay());
    }

    /** @throws ProblemException {@code conflict} if it is not active */
    void pastDue() {
        require(SubscriptionStatus.ACTIVE);
        become(SubscriptionStatus.PAST_DUE);
    }

    /** @throws ProblemException {@code conflict} if it is not past due */
    void paid() {
        require(SubscriptionStatus.PAST_DUE);
        become(SubscriptionStatus.ACTIVE);
    }

    /** @throws ProblemException {@code conflict} if it is suspended or cancelled */
    void suspend() {
        become(SubscriptionStatus.SUSPENDED);
    }

    /**
     * No base price is due for the days before; one that was cancelled begins anew.
     *
     * @throws ProblemException {@code conflict} if it is neither suspended nor cancelled
     */
    void resume(SubscriptionStatus next, LocalDate today) {
        SubscriptionStatus before = status();
        if (before.isLive()) {
            throw step();
        }
        become(next);
        if (before == SubscriptionStatus.CANCELLED) {
            begin(today, dayOf(today));
        } else if (next != SubscriptionStatus.TRIAL && baseUntil().isBefore(today) && period().contains(today)) {
            billedUntil(today);
        }
    }

    /** @throws ProblemException {@code conflict} if it is suspended or cancelled */
    void cancelAtPeriodEnd() {
        requireLive();
        cancelAtPeriodEnd = true;
        nextPlanId = null;
    }

    /** Goes on after the period, after all. @throws ProblemException {@code conflict} if it is suspended or cancelled */
    void keep() {
        requireLive();
        cancelAtPeriodEnd = false;
    }

    /** @throws ProblemException {@code conflict} if it is cancelled already */
    void cancel() {
        become(SubscriptionStatus.CANCELLED);
        cancelAtPeriodEnd = false;
        nextPlanId = null;
    }

    /** Takes another plan when the base price is next due. @throws ProblemException as {@link #requireGoesOn} */
    public void takeNext(UUID plan) {
        requireGoesOn();
        nextPlanId = plan;
    }

    /** Keeps the plan that it has. */
    public void dropNext() {
        nextPlanId = null;
    }

    /**
     * Another plan has been taken at once.
     *
     * @param left the plan before
     * @return the days on which that one was in force in this period, if there are any to be billed
     */
    public Optional<BillingSegment> changePlan(UUID left, LocalDate day, Instant now) {
        nextPlanId = null;
        return status() == SubscriptionStatus.TRIAL
                ? Optional.empty()
                : endSegment(day).map(days -> new BillingSegment(left, period().start(), days, now));
    }

    /** The plan that was to come is there. */
    void tookNext(LocalDate day, boolean otherInterval) {
        nextPlanId = null;
        if (otherInterval) {
            beginYearsOn(day);
        }
    }

    /**
     * Lets periods begin on another day.
     *
     * @throws ProblemException {@code conflict} once something was billed, or if it is suspended or cancelled
     */
    void billOn(BillingDay day) {
        requireLive();
        if (!baseUntil().equals(anchor())
                || !period().start().equals(anchor()) && status() != SubscriptionStatus.TRIAL) {
            throw ProblemException.conflict("billing.billing-day-billed");
        }
        beginMonthsOn(day, status() == SubscriptionStatus.TRIAL);
    }

    /** @throws ProblemException {@code conflict} if it is suspended, cancelled, or will be at the end of the period */
    public void requireGoesOn() {
        requireLive();
        if (cancelAtPeriodEnd) {
            throw ProblemException.conflict("billing.subscription-ending");
        }
    }

    private void require(SubscriptionStatus expected) {
        if (status() != expected) {
            throw step();
        }
    }

    private void requireLive() {
        if (!status().isLive()) {
            throw step();
        }
    }

    private void become(SubscriptionStatus next) {
        if (!status().leadsTo(next)) {
            throw step();
        }
        status = next.code();
    }

    private ProblemException step() {
        return ProblemException.conflict("billing.subscription-step", status);
    }

    public SubscriptionStatus status() {
        return SubscriptionStatus.of(status);
    }

    /** The plan that is taken when the base price is next due. */
    public Optional<UUID> nextPlanId() {
        return Optional.ofNullable(nextPlanId);
    }

    public boolean isCancelledAtPeriodEnd() {
        return cancelAtPeriodEnd;
    }
}
