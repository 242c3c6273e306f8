package io.tenantry.billing.discount;

import io.tenantry.platform.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A tenant's discount as read.
 *
 * @param couponCode {@code null} if the platform gave it
 * @param periodsLeft how many invoices it still reduces, {@code null} for all
 * @param active whether it still reduces any
 */
public record DiscountView(
        UUID id,
        String couponCode,
        String name,
        BigDecimal percent,
        Money amount,
        Integer periodsLeft,
        boolean active,
        Instant createdAt,
        long version) {}
