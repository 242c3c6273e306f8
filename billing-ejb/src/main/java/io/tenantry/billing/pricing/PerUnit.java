package io.tenantry.billing.pricing;

import java.math.BigDecimal;
import java.util.List;

/**
 * Every unit, and every part of a unit, at one price.
 *
 * @param unitPrice price of one unit in major units, not negative
 */
public record PerUnit(BigDecimal unitPrice) implements Charge {

    /** @throws InvalidPricing at {@code /unitPrice} */
    public PerUnit {
        unitPrice = Checked.notNegative(unitPrice, "/unitPrice");
    }

    @Override
    public List<PricedLine> lines(BigDecimal quantity) {
        return List.of(new PricedLine(LineText.unit(), quantity, unitPrice, BigDecimal.ZERO));
    }
}
