package io.tenantry.billing.credit;

import io.tenantry.platform.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A grant as read.
 *
 * @param expiresOn the first day on which it is no longer worth anything, {@code null} for never
 */
public record GrantedCredit(
        UUID id,
        Money amount,
        Money remaining,
        CreditSource source,
        String reason,
        LocalDate expiresOn,
        Instant createdAt,
        long version) {}
