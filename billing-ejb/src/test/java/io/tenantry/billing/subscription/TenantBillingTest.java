package io.tenantry.billing.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.problem.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TenantBillingTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final UUID LEFT = UUID.fromString("01930000-0000-7000-8000-000000000001");
    private static final UUID NEXT = UUID.fromString("01930000-0000-7000-8000-000000000002");

    @Test
    void beginsOnItsFirstDayAndKeepsThatDayOfTheMonth() {
        TenantBilling subscription = TenantBilling.from(day("2026-01-31"), NOW);

        assertThat(subscription.billingDay()).isEqualTo(new BillingDay(31));
        assertThat(subscription.period()).isEqualTo(period("2026-01-31", "2026-02-28"));
        assertThat(subscription.baseUntil()).isEqualTo(day("2026-01-31"));
        subscription.closePeriod(subscription.nextPeriod());
        assertThat(subscription.period()).isEqualTo(period("2026-02-28", "2026-03-31"));
        subscription.closePeriod(subscription.nextPeriod());
        assertThat(subscription.period()).isEqualTo(period("2026-03-31", "2026-04-30"));
    }

    @Test
    void aTrialIsPaidForOnceItIsOver() {
        TenantBilling subscription = inTrial("2026-01-20", "2026-02-03");
        assertThat(subscription.billingDay()).isEqualTo(new BillingDay(3));
        assertThat(subscription.baseUntil()).isEqualTo(day("2026-02-03"));

        subscription.activate(day("2026-02-03"));

        assertThat(subscription.anchor()).isEqualTo(day("2026-02-03"));
        assertThat(subscription.baseUntil()).isEqualTo(day("2026-02-03"));
        assertThat(subscription.period()).isEqualTo(period("2026-02-03", "2026-03-03"));
    }

    @Test
    void aBillingDayMakesTheFirstPeriodShorter() {
        TenantBilling trial = inTrial("2026-01-20", "2026-02-03");
        trial.billOn(new BillingDay(15));
        assertThat(trial.period()).isEqualTo(period("2026-01-20", "2026-02-03"));
        trial.activate(day("2026-02-03"));
        assertThat(trial.period()).isEqualTo(period("2026-02-03", "2026-02-15"));
        assertThat(trial.baseCycle(false, day("2026-02-03"))).isEqualTo(period("2026-01-15", "2026-02-15"));

        TenantBilling active = TenantBilling.from(day("2026-01-20"), NOW);
        active.billOn(new BillingDay(1));
        assertThat(active.period()).isEqualTo(period("2026-01-20", "2026-02-01"));
        active.billedUntil(day("2026-02-01"));
        assertThatThrownBy(() -> active.billOn(new BillingDay(2)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("billing-day-billed");
    }

    @Test
    void aChangeClosesTheSegmentOfTheDaysBefore() {
        TenantBilling subscription = TenantBilling.from(day("2026-01-31"), NOW);
        subscription.takeNext(NEXT);

        BillingSegment segment =
                subscription.changePlan(LEFT, day("2026-02-10"), NOW).orElseThrow();

        assertThat(segment.planId()).isEqualTo(LEFT);
        assertThat(segment.periodStart()).isEqualTo(day("2026-01-31"));
        assertThat(segment.days()).isEqualTo(period("2026-01-31", "2026-02-10"));
        assertThat(subscription.segmentStart()).isEqualTo(day("2026-02-10"));
        assertThat(subscription.nextPlanId()).isEmpty();
        assertThat(subscription.changePlan(NEXT, day("2026-02-10"), NOW)).isEmpty();
        BillingSegment second =
                subscription.changePlan(NEXT, day("2026-02-11"), NOW).orElseThrow();
        assertThat(second.days()).isEqualTo(period("2026-02-10", "2026-02-11"));
    }

    @Test
    void aTrialHasNoSegments() {
        assertThat(inTrial("2026-01-20", "2026-02-03").changePlan(LEFT, day("2026-01-25"), NOW))
                .isEmpty();
    }

    @Test
    void aDayOutsideOfTheSegmentIsTakenAsItsNearest() {
        TenantBilling subscription = TenantBilling.from(day("2026-01-31"), NOW);
        assertThat(subscription.within(day("2026-01-30"))).isEqualTo(day("2026-01-31"));
        assertThat(subscription.within(day("2026-02-10"))).isEqualTo(day("2026-02-10"));
        assertThat(subscription.within(day("2026-03-10"))).isEqualTo(day("2026-02-28"));
    }

    @Test
    void daysOfASuspensionHaveNoBasePrice() {
        TenantBilling subscription = TenantBilling.from(day("2026-01-31"), NOW);
        subscription.billedUntil(day("2026-02-28"));
        subscription.suspend();
        subscription.closePeriod(subscription.nextPeriod());

        subscription.resume(SubscriptionStatus.ACTIVE, day("2026-03-10"));

        assertThat(subscription.baseUntil()).isEqualTo(day("2026-03-10"));
        assertThat(subscription.lacksBase()).isTrue();
        assertThat(subscription.period()).isEqualTo(period("2026-02-28", "2026-03-31"));
    }

    @Test
    void whatIsPaidForIsNotBilledAgainAfterASuspension() {
        TenantBilling subscription = TenantBilling.from(day("2026-01-31"), NOW);
        subscription.billedUntil(day("2026-02-28"));
        subscription.suspend();

        subscription.resume(SubscriptionStatus.ACTIVE, day("2026-02-10"));

        assertThat(subscription.baseUntil()).isEqualTo(day("2026-02-28"));
        assertThat(subscription.lacksBase()).isFalse();
    }

    @Test
    void whatWasCancelledBeginsAnew() {
        TenantBilling subscription = TenantBilling.from(day("2026-01-31"), NOW);
        subscription.takeNext(NEXT);
        subscription.cancel();
        assertThat(subscription.nextPlanId()).isEmpty();

        subscription.resume(SubscriptionStatus.ACTIVE, day("2026-07-15"));

        assertThat(subscription.period()).isEqualTo(period("2026-07-15", "2026-08-15"));
        assertThat(subscription.baseUntil()).isEqualTo(day("2026-07-15"));
    }

    @Test
    void whatEndsTakesNoOtherPlan() {
        TenantBilling subscription = TenantBilling.from(day("2026-01-31"), NOW);
        subscription.takeNext(NEXT);
        subscription.cancelAtPeriodEnd();
        assertThat(subscription.nextPlanId()).isEmpty();
        assertThatThrownBy(() -> subscription.takeNext(NEXT)).hasMessageContaining("subscription-ending");
        subscription.keep();
        subscription.takeNext(NEXT);
        assertThat(subscription.nextPlanId()).contains(NEXT);
    }

    @Test
    void aYearBeginsWhereItsPlanIsTaken() {
        TenantBilling subscription = TenantBilling.from(day("2026-01-31"), NOW);
        subscription.closePeriod(subscription.nextPeriod());
        subscription.closePeriod(subscription.nextPeriod());
        subscription.tookNext(day("2026-03-31"), true);

        assertThat(subscription.baseCycle(true, day("2026-03-31"))).isEqualTo(period("2026-03-31", "2027-03-31"));
        subscription.billedUntil(day("2027-03-31"));
        assertThat(subscription.renewsOn()).isEqualTo(day("2027-03-31"));
    }

    @Test
    void anOwnerIsToldOncePerDay() {
        TenantBilling subscription = inTrial("2026-01-20", "2026-02-03");
        assertThat(subscription.warnOfTrialEnd(day("2026-01-27"))).isTrue();
        assertThat(subscription.warnOfTrialEnd(day("2026-01-27"))).isFalse();
        assertThat(subscription.warnOfTrialEnd(day("2026-01-26"))).isFalse();
        assertThat(subscription.warnOfTrialEnd(day("2026-01-31"))).isTrue();
    }

    @Test
    void periodsFollowEachOther() {
        TenantBilling subscription = TenantBilling.from(day("2026-01-31"), NOW);
        Period other = period("2026-03-01", "2026-04-01");
        assertThatThrownBy(() -> subscription.closePeriod(other)).isInstanceOf(IllegalArgumentException.class);
    }

    private static TenantBilling inTrial(String from, String to) {
        return TenantBilling.inTrial(period(from, to), NOW);
    }

    private static Period period(String start, String end) {
        return new Period(day(start), day(end));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
