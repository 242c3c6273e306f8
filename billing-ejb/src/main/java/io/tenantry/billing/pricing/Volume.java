package io.tenantry.billing.pricing;

import java.math.BigDecimal;
import java.util.List;

/**
 * All units at the price of the tier in which the whole quantity falls, plus that tier's flat fee and no other.
 *
 * <p>A quantity between two whole limits belongs to the upper tier: with a first tier up to 100, 100.5 is in the
 * second. The price may fall when the quantity passes a limit; that is the model, not a defect.
 *
 * @param tiers at least one, limits ascending, the last and only the last open-ended
 */
public record Volume(List<Tier> tiers) implements Charge {

    /** @throws InvalidPricing at {@code /tiers} or below */
    public Volume {
        tiers = Tiers.checked(tiers);
    }

    @Override
    public List<PricedLine> lines(BigDecimal quantity) {
        BigDecimal floor = BigDecimal.ZERO;
        for (Tier tier : tiers) {
            if (tier.reaches(quantity)) {
                LineText text = LineText.tier("volume", floor, tier.upTo());
                return List.of(new PricedLine(text, quantity, tier.unitPrice(), tier.flatFee()));
            }
            floor = tier.upTo();
        }
        throw new IllegalStateException("the last tier is open-ended");
    }
}
