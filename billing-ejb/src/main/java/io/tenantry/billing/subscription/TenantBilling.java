package io.tenantry.billing.subscription;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.persistence.UuidConverter;
import io.tenantry.platform.tenancy.TenantEntity;
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
public class TenantBilling extends TenantEntity {

    private String status;

    @Column(name = "billing_day")
    private int billingDay;

    private LocalDate anchor;

    @Column(name = "period_start")
    private LocalDate periodStart;

    @Column(name = "period_end")
    private LocalDate periodEnd;

    @Column(name = "segment_start")
    private LocalDate segmentStart;

    @Column(name = "base_until")
    private LocalDate baseUntil;

    @Column(name = "next_plan_id")
    @Convert(converter = UuidConverter.class)
    private UUID nextPlanId;

    @Column(name = "cancel_at_period_end")
    private boolean cancelAtPeriodEnd;

    protected TenantBilling() {}

    /** In its first period; nothing has been billed. */
    TenantBilling(SubscriptionStatus status, BillingDay billingDay, Period first, Instant now) {
        super(Ids.next(), now);
        this.status = status.code();
        this.billingDay = billingDay.value();
        this.anchor = first.start();
        this.periodStart = first.start();
        this.periodEnd = first.end();
        this.segmentStart = first.start();
        this.baseUntil = first.start();
    }

    public SubscriptionStatus status() {
        return SubscriptionStatus.of(status);
    }

    public BillingDay billingDay() {
        return new BillingDay(billingDay);
    }

    /** First day that is paid for. */
    public LocalDate anchor() {
        return anchor;
    }

    /** The current usage period; in a trial, the trial. */
    public Period period() {
        return new Period(periodStart, periodEnd);
    }

    /** Since when the current plan has been in force within the period. */
    public LocalDate segmentStart() {
        return segmentStart;
    }

    /** Up to when, exclusive, the base price has been billed. */
    public LocalDate baseUntil() {
        return baseUntil;
    }

    /** The plan that is taken when the base price is next due. */
    public Optional<UUID> nextPlanId() {
        return Optional.ofNullable(nextPlanId);
    }

    public boolean isCancelledAtPeriodEnd() {
        return cancelAtPeriodEnd;
    }
}
