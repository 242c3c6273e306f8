package io.tenantry.billing.invoicing;

import io.tenantry.billing.invoicing.internal.Row;
import io.tenantry.platform.json.Jsonp;
import io.tenantry.platform.money.Money;
import io.tenantry.platform.money.Rounding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** What a credit note says: its share of each of the invoice's taxes, so that all notes together undo it to the cent. */
final class CreditNote {

    private CreditNote() {}

    /**
     * @param before what other notes have taken back
     * @param amount what this one takes back, tax included
     * @param carried the part of it that becomes credit
     */
    static InvoiceDraft draft(Invoice invoice, Money before, Money amount, Money carried) {
        Money nothing = Money.zero(invoice.currency());
        Money until = before.plus(amount);
        List<TaxGroup> taxes = groups(invoice).stream()
                .filter(group -> group.decimal("percent").signum() != 0)
                .map(group -> new TaxGroup(
                        group.text("name"),
                        group.decimal("percent"),
                        between(group.decimal("net"), invoice, before, until),
                        between(group.decimal("tax"), invoice, before, until)))
                .toList();
        Money tax = taxes.stream().map(TaxGroup::tax).reduce(nothing, Money::plus);
        Money net = amount.minus(tax);
        DraftLine line = DraftLine.priced(LineKind.CREDIT, Description.of("creditNote", invoice.number()), net, null);
        return new InvoiceDraft(List.of(line), net, taxes, tax, amount, nothing, carried, List.of());
    }

    /** As of the invoice. */
    static Taxation taxation(Invoice invoice) {
        return groups(invoice).stream()
                .map(group -> group.text("treatment"))
                .filter(code -> !code.equals(Taxation.Treatment.STANDARD.code()))
                .findFirst()
                .map(code -> new Taxation(Taxation.Treatment.of(code), false, List.of()))
                .orElse(Taxation.NONE);
    }

    private static List<Row> groups(Invoice invoice) {
        return Row.all(Jsonp.read(invoice.taxes()).asJsonArray());
    }

    /** The share of an amount that falls between two sums of the invoice's total. */
    private static Money between(BigDecimal amount, Invoice invoice, Money from, Money until) {
        return share(amount, invoice, until).minus(share(amount, invoice, from));
    }

    private static Money share(BigDecimal amount, Invoice invoice, Money sum) {
        BigDecimal precise =
                amount.multiply(sum.amount()).divide(invoice.total().amount(), MathContext.DECIMAL128);
        return Rounding.toMoney(precise, invoice.currency());
    }
}
