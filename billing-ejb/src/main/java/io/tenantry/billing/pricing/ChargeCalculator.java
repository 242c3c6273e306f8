package io.tenantry.billing.pricing;

import io.tenantry.platform.money.Rounding;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;

/**
 * Prices a quantity by a charge.
 *
 * <p>Lines stay precise and their sum is rounded once, so a price of 0.001 for 1,000 units is 1.00 and never 1,000
 * times nothing. A quantity of zero costs nothing in every model, flat fees included: charges price what goes beyond
 * the included quantity, and a tenant who stays within it owes nothing.
 */
public final class ChargeCalculator {

    private ChargeCalculator() {}

    /**
     * Returns the price of the quantity, which may have decimals.
     *
     * @throws InvalidPricing at {@code /quantity} when it is absent, negative or too long; at {@code /currency} when it
     *     is absent or has no decimals (XAU); at {@code /charge} when that is absent
     */
    public static PricedCharge price(Charge charge, BigDecimal quantity, Currency currency) {
        Checked.present(charge, "/charge");
        BigDecimal units = Checked.notNegative(quantity, "/quantity");
        if (!Rounding.hasDecimals(Checked.present(currency, "/currency"))) {
            throw new InvalidPricing("/currency", "billing.pricing.error.currency");
        }
        List<PricedLine> lines = units.signum() == 0 ? List.of() : charge.lines(units);
        BigDecimal precise = lines.stream().map(PricedLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new PricedCharge(Rounding.toMoney(precise, currency), precise, lines);
    }
}
