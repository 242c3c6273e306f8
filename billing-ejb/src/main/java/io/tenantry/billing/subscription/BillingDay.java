package io.tenantry.billing.subscription;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The day of the month on which a tenant's periods begin; in a shorter month, its last day. Always counted from this day
 * and never from the period before, so that a 31st that became a 28th is a 31st again in March.
 *
 * @param value 1 to 31
 */
public record BillingDay(int value) {

    /** @throws IllegalArgumentException if no month has such a day */
    public BillingDay {
        if (value < 1 || value > 31) {
            throw new IllegalArgumentException("a billing day is 1 to 31: " + value);
        }
    }

    /** The day on which a period begins in that month. */
    public LocalDate in(YearMonth month) {
        return month.atDay(Math.min(value, month.lengthOfMonth()));
    }

    /** The whole month, from billing day to billing day, that contains a day. */
    public Period monthOf(LocalDate day) {
        YearMonth month = YearMonth.from(day);
        YearMonth first = day.isBefore(in(month)) ? month.minusMonths(1) : month;
        return new Period(in(first), in(first.plusMonths(1)));
    }

    /**
     * The whole year that contains a day.
     *
     * @param anchor a day in the month in which years begin
     */
    public Period yearOf(LocalDate day, LocalDate anchor) {
        YearMonth begins = YearMonth.from(anchor).withYear(day.getYear());
        YearMonth first = day.isBefore(in(begins)) ? begins.minusYears(1) : begins;
        return new Period(in(first), in(first.plusYears(1)));
    }
}
