package io.tenantry.billing.invoicing;

import io.tenantry.platform.money.Money;
import io.tenantry.platform.money.Rounding;
import java.math.BigDecimal;
import java.util.UUID;

/** What is taken off the sum of an invoice; of what the discounts before it have left. */
public sealed interface Discount {

    /** The tenant's discount that it is. */
    UUID id();

    /** As the tenant reads it. */
    String name();

    /** What it takes off, at most {@code left}. */
    Money of(Money left);

    /** @param percent above 0, at most 100 */
    record Percentage(UUID id, String name, BigDecimal percent) implements Discount {

        @Override
        public Money of(Money left) {
            return Rounding.toMoney(left.amount().multiply(percent).movePointLeft(2), left.currency());
        }
    }

    /** @param amount above zero, in the invoice's currency */
    record Fixed(UUID id, String name, Money amount) implements Discount {

        @Override
        public Money of(Money left) {
            return amount.compareTo(left) > 0 ? left : amount;
        }
    }
}
