package io.tenantry.billing.invoicing.internal;

import io.tenantry.billing.pricing.Charge;
import io.tenantry.platform.money.Money;
import io.tenantry.platform.money.Rounding;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/**
 * What a version of a plan costs.
 *
 * @param minimum zero for none
 * @param metered what is priced by its usage
 */
public record PlanTerms(UUID id, String name, Money price, boolean yearly, Money minimum, List<Metered> metered) {

    /**
     * @param included in a whole month
     * @param average whether the average of what is held is priced, and not its peak
     */
    public record Metered(String resource, BigDecimal included, Charge charge, boolean average) {}

    public Currency currency() {
        return price.currency();
    }

    public PlanTerms.Metered metered(String resource) {
        return metered.stream()
                .filter(candidate -> candidate.resource().equals(resource))
                .findFirst()
                .orElse(null);
    }

    /** @throws BrokenRule, {@link io.tenantry.billing.pricing.InvalidPricing} if it cannot be priced by */
    public static PlanTerms of(Row row) {
        Currency currency = currency(row.text("currency"));
        return new PlanTerms(
                row.id("id"),
                row.text("name"),
                money(row.decimal("amount"), currency),
                row.text("interval").equals("year"),
                row.has("minimum") ? money(row.decimal("minimum"), currency) : Money.zero(currency),
                row.rows("limits").stream()
                        .map(limit -> new Metered(
                                limit.text("resource"),
                                limit.decimal("included"),
                                Charges.read(limit.text("overage")),
                                limit.text("measure").equals("average")))
                        .toList());
    }

    private static Currency currency(String code) {
        try {
            Currency currency = Currency.getInstance(code);
            if (Rounding.hasDecimals(currency)) {
                return currency;
            }
        } catch (IllegalArgumentException unknown) {
            // as one without decimals
        }
        throw new BrokenRule("currency-unknown");
    }

    /** A price with more decimals than its currency has is none. */
    private static Money money(BigDecimal amount, Currency currency) {
        Money money = Rounding.toMoney(amount, currency);
        if (money.amount().compareTo(amount) != 0) {
            throw new BrokenRule("price-decimals");
        }
        return money;
    }
}
