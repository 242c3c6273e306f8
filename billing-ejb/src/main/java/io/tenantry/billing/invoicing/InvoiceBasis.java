package io.tenantry.billing.invoicing;

import io.tenantry.platform.money.Money;
import java.util.Currency;
import java.util.List;

/**
 * All that an invoice is made from. Whoever makes the real one and whoever estimates it read the same things, so both come
 * to the same cent.
 *
 * @param charged in the order of their lines: usage, base price, changes of plan, late usage
 * @param minimum what they come to at least, before discounts and tax; zero for none
 * @param discounts in the order in which they are taken
 * @param credit the tenant's balance, not negative
 */
public record InvoiceBasis(
        Currency currency,
        List<Charged> charged,
        Money minimum,
        List<Discount> discounts,
        Taxation taxation,
        Money credit) {

    public InvoiceBasis {
        charged = List.copyOf(charged);
        discounts = List.copyOf(discounts);
    }
}
