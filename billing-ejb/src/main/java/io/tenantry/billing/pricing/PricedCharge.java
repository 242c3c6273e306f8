package io.tenantry.billing.pricing;

import io.tenantry.platform.money.Money;
import io.tenantry.platform.money.Rounding;
import java.math.BigDecimal;
import java.util.List;

/**
 * The price of a quantity.
 *
 * @param amount what is due: the precise amount, rounded once
 * @param preciseAmount sum of the lines, not rounded
 * @param lines how it comes about; empty for a quantity of zero
 */
public record PricedCharge(Money amount, BigDecimal preciseAmount, List<PricedLine> lines) {

    public PricedCharge {
        lines = List.copyOf(lines);
    }

    /** The fraction of it: of each line, and rounded once. */
    public PricedCharge share(BigDecimal fraction) {
        BigDecimal precise = preciseAmount.multiply(fraction);
        return new PricedCharge(
                Rounding.toMoney(precise, amount.currency()),
                precise,
                lines.stream().map(line -> line.share(fraction)).toList());
    }
}
