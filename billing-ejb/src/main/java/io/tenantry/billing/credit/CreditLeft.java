package io.tenantry.billing.credit;

import io.tenantry.platform.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What is left of a grant.
 *
 * @param expiresOn the first day on which it is no longer worth anything, {@code null} for never
 */
record CreditLeft(UUID grant, LocalDate expiresOn, Instant createdAt, Money remaining) {

    boolean isAlive(LocalDate day) {
        return !remaining.isZero() && (expiresOn == null || expiresOn.isAfter(day));
    }
}
