package io.tenantry.billing.pricing;

import static java.time.temporal.ChronoUnit.DAYS;

import io.tenantry.platform.money.Money;
import io.tenantry.platform.money.Rounding;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The part of a period's price that falls on some of its days.
 *
 * <p>Days are local dates, so a day that daylight saving makes an hour shorter or longer counts as one. The divisor is
 * always the whole period that contains the days, with its real length: 28 to 31 for a month, 365 or 366 for a year.
 * The fraction has nine decimals, and the amount is rounded once from price times fraction: both figures shown to a
 * customer can be checked against each other with a pocket calculator.
 */
public final class Proration {

    private Proration() {}

    /**
     * Prorates the price of the period to the days from {@code from} to {@code to}. Both ends are exclusive; no days
     * at all ({@code from} equal to {@code to}) cost zero. The price may be negative, as for a credit.
     *
     * @throws InvalidPricing at the member that is absent, at {@code /periodEnd} when the period is empty or inverted,
     *     at {@code /from} or {@code /to} when it lies outside of the period, at {@code /to} when it is before
     *     {@code from}
     */
    public static Prorated of(Money amount, LocalDate periodStart, LocalDate periodEnd, LocalDate from, LocalDate to) {
        Checked.present(amount, "/amount");
        checkPeriod(periodStart, periodEnd);
        checkRange(periodStart, periodEnd, from, to);
        long billedDays = DAYS.between(from, to);
        long periodDays = DAYS.between(periodStart, periodEnd);
        BigDecimal fraction = Rounding.fraction(billedDays, periodDays);
        Money share = Rounding.toMoney(amount.amount().multiply(fraction), amount.currency());
        return new Prorated(billedDays, periodDays, fraction, share);
    }

    private static void checkPeriod(LocalDate start, LocalDate end) {
        Checked.present(start, "/periodStart");
        Checked.present(end, "/periodEnd");
        if (!start.isBefore(end)) {
            throw new InvalidPricing("/periodEnd", "billing.pricing.error.period-order");
        }
    }

    private static void checkRange(LocalDate start, LocalDate end, LocalDate from, LocalDate to) {
        checkWithin(start, end, from, "/from");
        checkWithin(start, end, to, "/to");
        if (to.isBefore(from)) {
            throw new InvalidPricing("/to", "billing.pricing.error.range-order");
        }
    }

    private static void checkWithin(LocalDate start, LocalDate end, LocalDate day, String pointer) {
        Checked.present(day, pointer);
        if (day.isBefore(start) || day.isAfter(end)) {
            throw new InvalidPricing(pointer, "billing.pricing.error.outside-period");
        }
    }
}
