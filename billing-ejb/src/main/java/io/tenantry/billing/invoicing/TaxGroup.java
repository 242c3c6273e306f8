package io.tenantry.billing.invoicing;

import io.tenantry.platform.money.Money;
import java.math.BigDecimal;

/**
 * A tax of an invoice.
 *
 * @param net what it is due on
 */
public record TaxGroup(String name, BigDecimal percent, Money net, Money tax) {}
