package io.tenantry.billing.change.internal;

import io.tenantry.platform.money.Money;
import io.tenantry.platform.money.Rounding;
import java.math.BigDecimal;

/**
 * What invoices have asked of a tenant for being on a plan in a cycle.
 *
 * @param share what discounts have left of its prices, 1 without any
 * @param kept the sum of it, less what changes of plan and credit notes gave back; not below zero
 */
public record PaidBase(BigDecimal share, Money kept) {

    /** What a price came to after discounts. */
    public Money of(Money price) {
        return Rounding.toMoney(price.amount().multiply(share), price.currency());
    }
}
