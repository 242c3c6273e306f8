package io.tenantry.billing.document;

import io.tenantry.billing.invoicing.Description;
import io.tenantry.billing.pricing.PricedLine;
import io.tenantry.billing.subscription.Period;
import io.tenantry.platform.money.Money;
import java.math.BigDecimal;
import java.util.List;

/**
 * A line of a document.
 *
 * @param quantity {@code null} where nothing is counted
 * @param unitPrice {@code null} where there is none, or more than one
 * @param amount net
 * @param period {@code null} where it is for no days
 * @param steps how the amount comes about, where it takes more than one price
 */
public record ContentLine(
        Description description,
        BigDecimal quantity,
        BigDecimal unitPrice,
        Money amount,
        Period period,
        List<PricedLine> steps) {

    public ContentLine {
        steps = List.copyOf(steps);
    }
}
