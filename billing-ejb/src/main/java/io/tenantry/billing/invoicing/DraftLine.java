package io.tenantry.billing.invoicing;

import io.tenantry.billing.pricing.PricedLine;
import io.tenantry.billing.subscription.Period;
import io.tenantry.platform.money.Money;
import java.math.BigDecimal;
import java.util.List;

/**
 * A line as it will stand on the invoice.
 *
 * @param resource whose usage it is, else {@code null}
 * @param quantity units beyond what is included, or {@code null} where nothing is counted; of what was held for a part
 *     of a cycle, as many units as would have cost the same for the whole
 * @param unitPrice of one unit, or {@code null} where there is more than one price: see {@code steps}
 * @param amount net of tax
 * @param period the days it is for, or {@code null}
 * @param steps how the amount comes about, precise; empty where the amount is a price
 */
public record DraftLine(
        LineKind kind,
        Description description,
        String resource,
        BigDecimal quantity,
        BigDecimal unitPrice,
        Money amount,
        Period period,
        List<PricedLine> steps) {

    public DraftLine {
        steps = List.copyOf(steps);
    }

    static DraftLine priced(LineKind kind, Description description, Money amount, Period period) {
        return new DraftLine(kind, description, null, null, null, amount, period, List.of());
    }

    /** Whether it takes back what an invoice before has charged. */
    boolean givesBack() {
        return kind == LineKind.PRORATION && amount.isNegative();
    }

    DraftLine costing(Money other) {
        return new DraftLine(kind, description, resource, quantity, unitPrice, other, period, steps);
    }
}
