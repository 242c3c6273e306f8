package io.tenantry.billing.discount;

import io.tenantry.platform.money.Money;
import io.tenantry.platform.problem.ProblemException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/**
 * What a discount takes off.
 *
 * @param percent above 0, at most 100; {@code null} for an amount
 * @param amount {@code null} for a percentage
 * @param periods how many invoices it reduces, {@code null} for all
 */
public record Reduction(String name, BigDecimal percent, Money amount, Integer periods) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal MOST = BigDecimal.TEN.pow(15);
    private static final int DECIMALS = 4;

    /** @throws ProblemException {@code validation} unless there is either a percentage or an amount, in its bounds */
    public Reduction {
        if ((percent == null) == (amount == null)) {
            throw ProblemException.invalid("/percent", "billing.discount-either");
        }
        if (percent != null
                && (percent.signum() <= 0 || percent.compareTo(HUNDRED) > 0 || percent.scale() > DECIMALS)) {
            throw ProblemException.invalid("/percent", "billing.percent-range");
        }
        if (amount != null && (amount.amount().signum() <= 0 || amount.amount().compareTo(MOST) >= 0)) {
            throw ProblemException.invalid("/amount/amount", "billing.amount-range");
        }
    }

    /** For the activity log. */
    Map<String, Object> snapshot() {
        Map<String, Object> values = new HashMap<>();
        values.put("name", name);
        if (percent != null) {
            values.put("percent", percent.toPlainString());
        }
        if (amount != null) {
            values.put("amount", amount.toString());
        }
        if (periods != null) {
            values.put("periods", periods);
        }
        return values;
    }
}
