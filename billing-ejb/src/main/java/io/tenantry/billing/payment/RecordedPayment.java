package io.tenantry.billing.payment;

import io.tenantry.platform.money.Money;
import java.time.Instant;
import java.util.UUID;

/** A payment as read. */
public record RecordedPayment(
        UUID id,
        UUID invoiceId,
        Money amount,
        String method,
        String reference,
        Instant receivedAt,
        Instant createdAt,
        long version) {}
