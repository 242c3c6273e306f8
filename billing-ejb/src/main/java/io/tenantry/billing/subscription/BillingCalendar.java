package io.tenantry.billing.subscription;

import io.tenantry.platform.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** The days of a subscription: which are billed together, and which have been. Local days of the tenant. */
@MappedSuperclass
public abstract class BillingCalendar extends TenantEntity {

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

    @Column(name = "trial_warned_on")
    private LocalDate trialWarnedOn;

    protected BillingCalendar() {}

    BillingCalendar(UUID id, Instant now) {
        super(id, now);
    }

    static BillingDay dayOf(LocalDate day) {
        return new BillingDay(day.getDayOfMonth());
    }

    /** Nothing is billed before a trial is over. */
    void waitUntil(Period trial) {
        billingDay = trial.end().getDayOfMonth();
        anchor = trial.end();
        baseUntil = trial.end();
        open(trial);
    }

    /** The first day that is paid for; if it is no billing day, the first period is shorter. */
    void begin(LocalDate day, BillingDay months) {
        billingDay = months.value();
        anchor = day;
        baseUntil = day;
        open(new Period(day, months.monthOf(day).end()));
    }

    /** Before anything was billed: the first period is shorter then. */
    void beginMonthsOn(BillingDay months, boolean inTrial) {
        if (inTrial) {
            billingDay = months.value();
        } else {
            begin(anchor, months);
        }
    }

    void beginYearsOn(LocalDate day) {
        anchor = day;
    }

    /** @return the days of the current segment, if there are any; what follows is another one */
    Optional<Period> endSegment(LocalDate day) {
        if (!segmentStart.isBefore(day)) {
            return Optional.empty();
        }
        Period days = new Period(segmentStart, day);
        segmentStart = day;
        return Optional.of(days);
    }

    /** @throws IllegalArgumentException unless {@code next} follows the period */
    public void closePeriod(Period next) {
        if (!next.start().equals(periodEnd)) {
            throw new IllegalArgumentException("after " + periodEnd + " comes no period from " + next.start());
        }
        open(next);
    }

    /** The base price has been billed for the days before. */
    public void billedUntil(LocalDate day) {
        baseUntil = day;
    }

    /** @return whether nobody has been told on that day yet, or later, that the trial ends */
    public boolean warnOfTrialEnd(LocalDate day) {
        boolean untold = trialWarnedOn == null || trialWarnedOn.isBefore(day);
        if (untold) {
            trialWarnedOn = day;
        }
        return untold;
    }

    private void open(Period period) {
        periodStart = period.start();
        periodEnd = period.end();
        segmentStart = period.start();
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

    /** The usage period that follows. */
    public Period nextPeriod() {
        return new Period(periodEnd, billingDay().monthOf(periodEnd).end());
    }

    /** A day as far as it is one of this period's segment: jobs may be late, and a tenant may have moved its time zone. */
    public LocalDate within(LocalDate day) {
        LocalDate notEarlier = day.isBefore(segmentStart) ? segmentStart : day;
        return notEarlier.isAfter(periodEnd) ? periodEnd : notEarlier;
    }

    /** When the base price is next due: what was put off until then happens. */
    public LocalDate renewsOn() {
        return baseUntil.isAfter(periodEnd) ? baseUntil : periodEnd;
    }

    /** Whether the base price has to be billed for the rest of this period: the end of one bills the next one only. */
    public boolean lacksBase() {
        return baseUntil.isAfter(periodStart) && baseUntil.isBefore(periodEnd);
    }

    /** Whole interval of the base price that contains a day. */
    public Period baseCycle(boolean yearly, LocalDate day) {
        return yearly ? billingDay().yearOf(day, anchor) : billingDay().monthOf(day);
    }
}
