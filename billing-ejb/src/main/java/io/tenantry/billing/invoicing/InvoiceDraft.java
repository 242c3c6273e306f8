package io.tenantry.billing.invoicing;

import io.tenantry.platform.money.Money;
import java.util.List;
import java.util.UUID;

/**
 * What an invoice says. The amounts of the lines are net and come to {@code subtotal}; tax lines are not among them.
 *
 * @param taxes their amounts come to {@code tax}
 * @param creditApplied of {@code total}
 * @param carried to be granted as credit, tax included, because less than nothing was due; else zero
 * @param discounts those that took something off
 */
public record InvoiceDraft(
        List<DraftLine> lines,
        Money subtotal,
        List<TaxGroup> taxes,
        Money tax,
        Money total,
        Money creditApplied,
        Money carried,
        List<UUID> discounts) {

    public InvoiceDraft {
        lines = List.copyOf(lines);
        taxes = List.copyOf(taxes);
        discounts = List.copyOf(discounts);
    }

    public Money amountDue() {
        return total.minus(creditApplied);
    }

    /** Whether there is anything to invoice. */
    public boolean isEmpty() {
        return lines.stream()
                .allMatch(
                        line -> line.kind() == LineKind.CREDIT || line.amount().isNegative());
    }
}
