package io.tenantry.billing.pricing;

import java.math.BigDecimal;
import java.util.List;

/**
 * A rule that turns a quantity into a price, in no particular currency.
 *
 * <p>A charge that exists is valid: the constructors throw {@link InvalidPricing} with a JSON Pointer into the charge.
 * {@link ChargeCalculator} applies it.
 */
public sealed interface Charge permits PerUnit, PackagePrice, Graduated, Volume {

    /** Returns the precise lines due for a quantity greater than zero; at least one. */
    List<PricedLine> lines(BigDecimal quantity);
}
