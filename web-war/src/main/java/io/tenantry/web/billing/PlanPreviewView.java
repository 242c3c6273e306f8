package io.tenantry.web.billing;

import io.tenantry.billing.change.PreviewPlanChange.Preview;
import io.tenantry.billing.invoicing.DraftLine;
import io.tenantry.billing.invoicing.InvoiceDraft;
import io.tenantry.billing.subscription.Period;
import io.tenantry.platform.text.Text;
import io.tenantry.platform.text.Texts;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * What a change of plan comes to. {@code on}: when it is taken; {@code lines} to {@code amountDue}: what is invoiced at once,
 * {@code carried}: what becomes credit instead; {@code price}: what is next due on {@code nextInvoiceOn}.
 */
public record PlanPreviewView(
        String plan,
        int planVersion,
        LocalDate on,
        List<LineView> lines,
        MoneyBody subtotal,
        MoneyBody tax,
        MoneyBody total,
        MoneyBody creditApplied,
        MoneyBody amountDue,
        MoneyBody carried,
        MoneyBody price,
        LocalDate nextInvoiceOn) {

    /** A line as it will stand on the invoice. */
    public record LineView(String kind, String description, MoneyBody amount, Period period) {

        static LineView of(DraftLine line, Locale language) {
            Text text = new Text(
                    line.description().key(), List.copyOf(line.description().arguments()));
            return new LineView(
                    line.kind().code(), Texts.resolve(text, language), MoneyBody.of(line.amount()), line.period());
        }
    }

    static PlanPreviewView of(Preview preview, Locale language) {
        InvoiceDraft invoice = preview.invoice();
        return new PlanPreviewView(
                preview.plan().code(),
                preview.plan().version(),
                preview.on(),
                invoice.lines().stream()
                        .map(line -> LineView.of(line, language))
                        .toList(),
                MoneyBody.of(invoice.subtotal()),
                MoneyBody.of(invoice.tax()),
                MoneyBody.of(invoice.total()),
                MoneyBody.of(invoice.creditApplied()),
                MoneyBody.of(invoice.amountDue()),
                MoneyBody.of(invoice.carried()),
                MoneyBody.of(preview.plan().price()),
                preview.nextInvoiceOn());
    }
}
