package io.tenantry.billing.document;

import io.tenantry.billing.invoicing.TaxGroup;
import io.tenantry.billing.invoicing.Taxation.Treatment;
import io.tenantry.billing.subscription.Period;
import io.tenantry.platform.money.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/**
 * What an invoice or a credit note says, as it was issued: payments that came later are not in it.
 *
 * @param corrects number of the invoice that a credit note corrects, {@code null} for an invoice
 * @param dueOn may be {@code null}
 * @param lines net; tax lines are not among them
 * @param taxes their amounts come to {@code tax}
 */
public record InvoiceContent(
        String number,
        boolean creditNote,
        String corrects,
        LocalDate issuedOn,
        LocalDate dueOn,
        Period period,
        Party seller,
        Party buyer,
        Treatment treatment,
        List<ContentLine> lines,
        List<TaxGroup> taxes,
        Money subtotal,
        Money tax,
        Money total,
        Money creditApplied) {

    public InvoiceContent {
        lines = List.copyOf(lines);
        taxes = List.copyOf(taxes);
    }

    public Currency currency() {
        return total.currency();
    }

    public Money amountDue() {
        return total.minus(creditApplied);
    }
}
