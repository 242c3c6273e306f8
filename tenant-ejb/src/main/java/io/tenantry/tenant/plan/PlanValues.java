package io.tenantry.tenant.plan;

import io.tenantry.platform.money.Money;
import io.tenantry.platform.problem.ProblemException;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a version of a plan says.
 *
 * @param interval {@code month} or {@code year}
 * @param minimum what the invoice of a period comes to at least; {@code null} for none
 * @param features codes
 */
public record PlanValues(
        String name,
        Money price,
        String interval,
        Money minimum,
        int trialDays,
        List<String> features,
        List<Limit> limits) {

    private static final String PEAK = "peak";
    private static final BigDecimal DEAREST = new BigDecimal("1e12");

    /** @throws ProblemException {@code validation} */
    public PlanValues {
        if (price.isNegative() || price.amount().compareTo(DEAREST) > 0) {
            throw ProblemException.invalid("/price/amount", "validation.invalid");
        }
        if (minimum != null) {
            requireMinimum(minimum, price);
        }
        features = List.copyOf(features);
        limits = List.copyOf(limits);
        for (int i = 0; i < limits.size(); i++) {
            Limit limit = limits.get(i);
            requireOrdered("/limits/" + i + "/hardLimit", limit.included(), limit.hardLimit());
        }
    }

    /**
     * How much of a resource.
     *
     * @param hardLimit {@code null} for none
     * @param overage the charge for what goes beyond {@code included} as a JSON object, {@code null} for none
     * @param measure of a level: whether its {@code peak} or its {@code average} in a period is charged
     */
    public record Limit(String resource, long included, Long hardLimit, String overage, String measure) {

        public Limit(String resource, long included, Long hardLimit, String overage) {
            this(resource, included, hardLimit, overage, PEAK);
        }
    }

    private static void requireMinimum(Money minimum, Money price) {
        if (minimum.isNegative() || minimum.amount().compareTo(DEAREST) > 0) {
            throw ProblemException.invalid("/minimum/amount", "validation.invalid");
        }
        if (!minimum.currency().equals(price.currency())) {
            throw ProblemException.invalid("/minimum/currency", "tenant.minimum-currency");
        }
    }

    /** @throws ProblemException {@code validation} at {@code pointer} for an end before what is included */
    static void requireOrdered(String pointer, long included, Long hardLimit) {
        if (hardLimit != null && hardLimit < included) {
            throw ProblemException.invalid(pointer, "tenant.limit-below-included");
        }
    }
}
