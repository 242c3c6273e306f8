package io.tenantry.billing.invoicing;

import io.tenantry.platform.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Makes an invoice of what it is based on. Pure: the same basis comes to the same invoice, whenever and wherever.
 *
 * <p>Each line is rounded once. Then the minimum, the discounts one after the other, tax on the rounded sum (as EN 16931
 * has it) and the tenant's credit.
 */
public final class InvoiceCalculator {

    private InvoiceCalculator() {}

    /** @throws IllegalArgumentException if amounts are in another currency than the invoice */
    public static InvoiceDraft draft(InvoiceBasis basis) {
        Money zero = Money.zero(basis.currency());
        List<DraftLine> lines = new ArrayList<>();
        basis.charged().forEach(charged -> lines.addAll(charged.lines(basis.currency())));
        addMinimum(lines, basis.minimum());
        List<UUID> discounts = addDiscounts(lines, basis.discounts(), zero);

        Money sum = sum(lines, zero);
        Money carried = zero;
        if (sum.isNegative()) {
            carried = TaxedSum.of(sum.negated(), basis.taxation()).gross();
            lines.add(DraftLine.priced(LineKind.CREDIT, Description.of("carried"), sum.negated(), null));
            sum = zero;
        }
        TaxedSum taxed = TaxedSum.of(sum, basis.taxation());
        Money applied = basis.credit().compareTo(taxed.gross()) > 0 ? taxed.gross() : basis.credit();
        return new InvoiceDraft(
                NetLines.of(lines, taxed.net()),
                taxed.net(),
                taxed.groups(),
                taxed.tax(),
                taxed.gross(),
                applied,
                carried,
                discounts);
    }

    private static void addMinimum(List<DraftLine> lines, Money minimum) {
        Money missing = minimum.minus(sum(lines, Money.zero(minimum.currency())));
        if (!minimum.isZero() && !missing.isNegative() && !missing.isZero()) {
            lines.add(DraftLine.priced(LineKind.ADJUSTMENT, Description.of("minimum"), missing, null));
        }
    }

    private static List<UUID> addDiscounts(List<DraftLine> lines, List<Discount> discounts, Money zero) {
        List<UUID> taken = new ArrayList<>();
        for (Discount discount : discounts) {
            Money left = discounted(lines, discount, zero);
            Money off = left.isNegative() ? zero : discount.of(left);
            if (!off.isZero()) {
                lines.add(DraftLine.priced(
                        LineKind.ADJUSTMENT, Description.of("discount", discount.name()), off.negated(), null));
                taken.add(discount.id());
            }
        }
        return taken;
    }

    /** A percentage is not of what is given back, which is what was left of a price when it was discounted. */
    private static Money discounted(List<DraftLine> lines, Discount discount, Money zero) {
        return discount instanceof Discount.Percentage
                ? sum(lines.stream().filter(line -> !line.givesBack()).toList(), zero)
                : sum(lines, zero);
    }

    static Money sum(List<DraftLine> lines, Money zero) {
        return lines.stream().map(DraftLine::amount).reduce(zero, Money::plus);
    }
}
