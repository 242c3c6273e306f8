package io.tenantry.billing.subscription;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Local days of a tenant.
 *
 * @param start the first of them
 * @param end the day after the last of them
 */
public record Period(LocalDate start, LocalDate end) {

    /** @throws IllegalArgumentException if there is no day in it */
    public Period {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("a period has at least one day: " + start + " to " + end);
        }
    }

    public long days() {
        return ChronoUnit.DAYS.between(start, end);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(start) && day.isBefore(end);
    }
}
