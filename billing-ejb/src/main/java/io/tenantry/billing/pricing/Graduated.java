package io.tenantry.billing.pricing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The units within each tier at that tier's price, plus the flat fee of every tier reached.
 *
 * <p>A tier is reached by any quantity above the limit of the one before: with a first tier up to 100, a quantity of
 * 100 stays in it and 100.5 puts half a unit into the second. Income never falls as the quantity grows.
 *
 * @param tiers at least one, limits ascending, the last and only the last open-ended
 */
public record Graduated(List<Tier> tiers) implements Charge {

    /** @throws InvalidPricing at {@code /tiers} or below */
    public Graduated {
        tiers = Tiers.checked(tiers);
    }

    /** Returns a line for each tier reached. */
    @Override
    public List<PricedLine> lines(BigDecimal quantity) {
        List<PricedLine> lines = new ArrayList<>();
        BigDecimal floor = BigDecimal.ZERO;
        for (Tier tier : tiers) {
            BigDecimal top = tier.reaches(quantity) ? quantity : tier.upTo();
            LineText text = LineText.tier("graduated", floor, tier.upTo());
            lines.add(new PricedLine(text, top.subtract(floor), tier.unitPrice(), tier.flatFee()));
            if (tier.reaches(quantity)) {
                break;
            }
            floor = tier.upTo();
        }
        return List.copyOf(lines);
    }
}
