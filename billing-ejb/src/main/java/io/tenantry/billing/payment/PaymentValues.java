package io.tenantry.billing.payment;

import io.tenantry.platform.money.Money;
import java.time.Instant;

/**
 * Money that came.
 *
 * @param method how, such as {@code transfer}
 * @param reference by which it is known there; each is recorded once
 * @param receivedAt {@code null} for now
 */
public record PaymentValues(Money amount, String method, String reference, Instant receivedAt) {}
