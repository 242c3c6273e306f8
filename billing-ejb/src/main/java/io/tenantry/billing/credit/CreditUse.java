package io.tenantry.billing.credit;

import io.tenantry.platform.money.Money;
import java.util.UUID;

/** What a grant gives to an invoice; more than zero. */
public record CreditUse(UUID grant, Money amount) {}
