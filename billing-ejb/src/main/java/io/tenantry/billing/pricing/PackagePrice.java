package io.tenantry.billing.pricing;

import io.tenantry.platform.money.Rounding;
import java.math.BigDecimal;
import java.util.List;

/**
 * Units sold in packages; a started package is due in full.
 *
 * @param packageSize units in a package, greater than zero
 * @param packagePrice price of one package in major units, not negative
 */
public record PackagePrice(BigDecimal packageSize, BigDecimal packagePrice) implements Charge {

    /** @throws InvalidPricing at {@code /packageSize} or {@code /packagePrice} */
    public PackagePrice {
        packageSize = Checked.positive(packageSize, "/packageSize");
        packagePrice = Checked.notNegative(packagePrice, "/packagePrice");
    }

    /** Returns one line that counts packages, not units. */
    @Override
    public List<PricedLine> lines(BigDecimal quantity) {
        BigDecimal packages = Rounding.startedBlocks(quantity, packageSize);
        return List.of(new PricedLine(LineText.packagesOf(packageSize), packages, packagePrice, BigDecimal.ZERO));
    }
}
