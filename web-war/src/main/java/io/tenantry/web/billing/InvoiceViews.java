package io.tenantry.web.billing;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.billing.invoicing.DraftLine;
import io.tenantry.billing.invoicing.Estimate;
import io.tenantry.billing.invoicing.Invoice;
import io.tenantry.billing.invoicing.InvoiceDraft;
import io.tenantry.billing.invoicing.InvoiceLine;
import io.tenantry.billing.invoicing.LineKind;
import io.tenantry.billing.invoicing.TaxGroup;
import io.tenantry.billing.subscription.Period;
import io.tenantry.platform.money.Money;
import io.tenantry.platform.money.Rounding;
import io.tenantry.platform.text.Text;
import io.tenantry.platform.text.Texts;
import io.tenantry.web.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Invoices as JSON. */
public final class InvoiceViews {

    private InvoiceViews() {}

    /** An invoice in the list. {@code period}: the days it names. {@code credited}: taken off by credit notes. */
    public record InvoiceSummaryView(
            UUID id,
            String number,
            String kind,
            String status,
            Period period,
            LocalDate issuedOn,
            LocalDate dueOn,
            MoneyBody subtotal,
            MoneyBody tax,
            MoneyBody creditApplied,
            MoneyBody total,
            MoneyBody amountPaid,
            MoneyBody credited,
            MoneyBody amountDue) {

        public static InvoiceSummaryView of(Invoice invoice) {
            return new InvoiceSummaryView(
                    invoice.id(),
                    invoice.number(),
                    invoice.kind().code(),
                    invoice.status().code(),
                    invoice.period(),
                    invoice.issuedOn(),
                    invoice.dueOn(),
                    MoneyBody.of(invoice.subtotal()),
                    MoneyBody.of(invoice.tax()),
                    MoneyBody.of(invoice.creditApplied()),
                    MoneyBody.of(invoice.total()),
                    MoneyBody.of(invoice.amountPaid()),
                    MoneyBody.of(invoice.credited()),
                    MoneyBody.of(invoice.amountDue()));
        }
    }

    /** A page of the list, by name for the API's description. */
    public record InvoicePage(List<InvoiceSummaryView> items, String nextCursor) {}

    /**
     * A line. {@code usage}: where the days behind an overage are read. {@code unitPrice}: {@code null} where there is more
     * than one price.
     */
    public record InvoiceLineView(
            String kind,
            String description,
            String resource,
            String quantity,
            String unitPrice,
            MoneyBody amount,
            Period period,
            String usage) {

        static InvoiceLineView of(InvoiceLine line, Invoice invoice, Locale language) {
            Period period = line.period().orElse(null);
            String resource = line.resource().orElse(null);
            return new InvoiceLineView(
                    line.kind().code(),
                    line.description().in(language),
                    resource,
                    line.quantity().map(InvoiceLineView::plain).orElse(null),
                    line.unitPrice().map(InvoiceLineView::plain).orElse(null),
                    MoneyBody.of(Rounding.toMoney(line.amount(), invoice.currency())),
                    period,
                    usage(resource, period));
        }

        static InvoiceLineView of(DraftLine line, Locale language) {
            return new InvoiceLineView(
                    line.kind().code(),
                    line.description().in(language),
                    line.resource(),
                    line.quantity() == null ? null : plain(line.quantity()),
                    line.unitPrice() == null ? null : plain(line.unitPrice()),
                    MoneyBody.of(line.amount()),
                    line.period(),
                    usage(line.resource(), line.period()));
        }

        static InvoiceLineView tax(Text text, Money amount, Locale language) {
            return new InvoiceLineView(
                    LineKind.TAX.code(),
                    Texts.resolve(text, language),
                    null,
                    null,
                    null,
                    MoneyBody.of(amount),
                    null,
                    null);
        }

        private static String usage(String resource, Period period) {
            return resource == null || period == null
                    ? null
                    : "/api/usage/history?resource=%s&from=%s&to=%s".formatted(resource, period.start(), period.end());
        }

        private static String plain(BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        }
    }

    /**
     * An invoice with its lines, those of the taxes last. {@code dueAt}: when the day begins on which it is due. {@code
     * corrects}: the invoice that a credit note is about.
     */
    public record InvoiceView(
            UUID id,
            String number,
            String kind,
            String status,
            Period period,
            List<InvoiceLineView> lines,
            MoneyBody subtotal,
            MoneyBody tax,
            MoneyBody creditApplied,
            MoneyBody total,
            MoneyBody amountPaid,
            MoneyBody credited,
            MoneyBody amountDue,
            LocalDate issuedOn,
            Instant dueAt,
            Instant settledAt,
            UUID corrects,

            @JsonRawValue @Schema(implementation = Object.class)
            String seller,

            @JsonRawValue @Schema(implementation = Object.class)
            String buyer) {

        static InvoiceView of(Invoice invoice, List<InvoiceLine> lines, ZoneId zone, Locale language) {
            List<InvoiceLineView> all = new ArrayList<>();
            lines.forEach(line -> all.add(InvoiceLineView.of(line, invoice, language)));
            all.addAll(taxes(invoice, language));
            return new InvoiceView(
                    invoice.id(),
                    invoice.number(),
                    invoice.kind().code(),
                    invoice.status().code(),
                    invoice.period(),
                    all,
                    MoneyBody.of(invoice.subtotal()),
                    MoneyBody.of(invoice.tax()),
                    MoneyBody.of(invoice.creditApplied()),
                    MoneyBody.of(invoice.total()),
                    MoneyBody.of(invoice.amountPaid()),
                    MoneyBody.of(invoice.credited()),
                    MoneyBody.of(invoice.amountDue()),
                    invoice.issuedOn(),
                    invoice.dueOn().atStartOfDay(zone).toInstant(),
                    invoice.settledAt().orElse(null),
                    invoice.correctsId().orElse(null),
                    invoice.seller(),
                    invoice.buyer());
        }

        private static List<InvoiceLineView> taxes(Invoice invoice, Locale language) {
            try {
                JsonNode groups = Json.MAPPER.readTree(invoice.taxes());
                return StreamSupport.stream(groups.spliterator(), false)
                        .map(group -> tax(group, invoice, language))
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static InvoiceLineView tax(JsonNode group, Invoice invoice, Locale language) {
            String treatment = group.path("treatment").asText();
            Text text = treatment.equals("standard")
                    ? Text.of(
                            "billing.invoice.line.tax",
                            group.path("name").asText(),
                            group.path("percent").asText())
                    : Text.of("billing.invoice.line." + treatment);
            Money amount =
                    Money.of(group.path("tax").asText(), invoice.currency().getCurrencyCode());
            return InvoiceLineView.tax(text, amount, language);
        }
    }

    /** What an invoice would say. */
    public record InvoiceDraftView(
            List<InvoiceLineView> lines,
            MoneyBody subtotal,
            MoneyBody tax,
            MoneyBody creditApplied,
            MoneyBody total,
            MoneyBody amountDue) {

        static InvoiceDraftView of(InvoiceDraft draft, Locale language) {
            List<InvoiceLineView> lines = new ArrayList<>();
            draft.lines().forEach(line -> lines.add(InvoiceLineView.of(line, language)));
            draft.taxes().forEach(tax -> lines.add(InvoiceLineView.tax(text(tax), tax.tax(), language)));
            return new InvoiceDraftView(
                    lines,
                    MoneyBody.of(draft.subtotal()),
                    MoneyBody.of(draft.tax()),
                    MoneyBody.of(draft.creditApplied()),
                    MoneyBody.of(draft.total()),
                    MoneyBody.of(draft.amountDue()));
        }

        private static Text text(TaxGroup tax) {
            return Text.of("billing.invoice.line.tax", tax.name(), tax.percent().toPlainString());
        }
    }

    /**
     * The next invoice. {@code period}: the one that it closes. {@code current}: if it ended now. {@code projected}: if it
     * goes on to its end as until now.
     */
    public record EstimateView(
            Period period, LocalDate issuedOn, InvoiceDraftView current, InvoiceDraftView projected) {

        static EstimateView of(Estimate estimate, Locale language) {
            return new EstimateView(
                    estimate.period(),
                    estimate.day(),
                    InvoiceDraftView.of(estimate.current(), language),
                    InvoiceDraftView.of(estimate.projected(), language));
        }
    }
}
