package io.tenantry.billing.tax;

import java.time.Instant;
import java.util.UUID;

/** A tax rate as read. */
public record StoredTaxRate(UUID id, TaxRateValues values, Instant createdAt, long version) {}
