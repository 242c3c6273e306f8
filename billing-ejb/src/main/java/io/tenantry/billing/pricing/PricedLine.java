package io.tenantry.billing.pricing;

import java.math.BigDecimal;

/**
 * One step of a price, precise.
 *
 * @param text what is priced
 * @param quantity units, or packages where the charge counts those
 * @param unitPrice price of one of them in major units
 * @param flatFee due once, in major units
 */
public record PricedLine(LineText text, BigDecimal quantity, BigDecimal unitPrice, BigDecimal flatFee) {

    /** Returns {@code quantity * unitPrice + flatFee}, not rounded. */
    public BigDecimal amount() {
        return quantity.multiply(unitPrice).add(flatFee);
    }

    PricedLine share(BigDecimal fraction) {
        return new PricedLine(text, quantity.multiply(fraction), unitPrice, flatFee.multiply(fraction));
    }
}
