package io.tenantry.billing.pricing;

import java.math.BigDecimal;

/**
 * One step of a {@link Graduated} or {@link Volume} charge, which check it: only they know its place in the list.
 *
 * @param upTo last quantity of the tier, inclusive; null in the last tier, which has no end
 * @param unitPrice price of one unit in major units, not negative
 * @param flatFee due once when the tier applies, in major units, not negative; null means none
 */
public record Tier(BigDecimal upTo, BigDecimal unitPrice, BigDecimal flatFee) {

    public Tier {
        flatFee = flatFee == null ? BigDecimal.ZERO : flatFee;
    }

    boolean isOpenEnded() {
        return upTo == null;
    }

    boolean reaches(BigDecimal quantity) {
        return isOpenEnded() || quantity.compareTo(upTo) <= 0;
    }
}
