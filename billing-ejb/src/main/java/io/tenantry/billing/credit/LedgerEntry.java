package io.tenantry.billing.credit;

import io.tenantry.platform.money.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * An entry of the ledger as read.
 *
 * @param amount negative where credit becomes less
 * @param invoiceId {@code null} if it is about none
 */
public record LedgerEntry(
        UUID id, CreditEntryKind kind, Money amount, UUID grantId, UUID invoiceId, Instant createdAt) {}
