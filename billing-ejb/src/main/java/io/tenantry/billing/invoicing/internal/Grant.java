package io.tenantry.billing.invoicing.internal;

import io.tenantry.platform.money.Money;
import java.util.UUID;

/** Credit that is left. */
public record Grant(UUID id, Money remaining) {}
