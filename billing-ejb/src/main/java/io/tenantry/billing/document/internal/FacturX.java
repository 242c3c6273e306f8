package io.tenantry.billing.document.internal;

import io.tenantry.billing.document.ContentLine;
import io.tenantry.billing.document.InvoiceContent;
import io.tenantry.billing.document.Party;
import io.tenantry.billing.subscription.Period;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An invoice as XML after EN 16931, in the syntax of UN/CEFACT that Factur-X takes. Its amounts are those of the invoice;
 * nothing is computed anew.
 */
public final class FacturX {

    /** The standard knows amounts with up to two decimals only. */
    private static final int MAX_DECIMALS = 2;

    private static final String INVOICE = "380";
    private static final String CREDIT_NOTE = "381";

    private final InvoiceContent content;
    private final VatCategory vat;
    private final Words words;

    private FacturX(InvoiceContent content, Locale language) {
        this.content = content;
        this.vat = VatCategory.of(content);
        this.words = new Words(language);
    }

    /** Empty for an invoice that lacks what the standard requires: better none than one that is refused. */
    public static Optional<byte[]> xml(InvoiceContent content, Locale language) {
        FacturX invoice = new FacturX(content, language);
        return invoice.isPossible() ? Optional.of(invoice.write().getBytes(StandardCharsets.UTF_8)) : Optional.empty();
    }

    private boolean isPossible() {
        Party seller = content.seller();
        Party buyer = content.buyer();
        return content.currency().getDefaultFractionDigits() <= MAX_DECIMALS
                && !seller.country().isBlank()
                && !buyer.country().isBlank()
                && (vat == VatCategory.OUTSIDE || !seller.taxId().isBlank())
                && (vat != VatCategory.REVERSE_CHARGE || !buyer.taxId().isBlank());
    }

    private String write() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("number", content.number());
        values.put("typeCode", content.creditNote() ? CREDIT_NOTE : INVOICE);
        values.put("issued", day(content.issuedOn()));
        values.put("corrects", content.corrects() == null ? "" : content.corrects());
        values.put("lines", lines());
        values.put("seller", seller());
        values.put("buyer", buyer());
        values.put("currency", content.currency().getCurrencyCode());
        values.put("category", vat.code());
        values.put(
                "rate",
                vat == VatCategory.OUTSIDE ? "" : VatCategory.rate(content).toPlainString());
        values.put("exemption", vat.reason(words));
        values.put("exemptionCode", vat.reasonCode());
        values.put("reason", vat.reason(words));
        values.put("period", content.period() == null ? false : period(content.period()));
        values.put("due", content.dueOn() == null ? "" : day(content.dueOn()));
        values.put("terms", terms());
        values.put("subtotal", content.subtotal().text());
        values.put("taxAmount", content.tax().text());
        values.put("total", content.total().text());
        values.put("prepaid", content.creditApplied().text());
        values.put("amountDue", content.amountDue().text());
        return Templates.execute(Templates.FACTUR_X, values);
    }

    private String terms() {
        if (content.creditNote()) {
            return words.text("terms-credited");
        }
        return content.dueOn() == null
                ? words.text("terms-at-once")
                : words.text("terms-until", words.day(content.dueOn()));
    }

    private List<Map<String, Object>> lines() {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (ContentLine line : content.lines()) {
            Map<String, Object> values = new LinkedHashMap<>();
            Priced priced = Priced.of(line);
            values.put("position", Integer.toString(lines.size() + 1));
            values.put("name", words.line(line.description()));
            values.put("price", priced.price().toPlainString());
            values.put("quantity", priced.quantity().toPlainString());
            values.put("period", line.period() == null ? false : period(line.period()));
            values.put("amount", line.amount().text());
            lines.add(values);
        }
        return lines;
    }

    /** How a line multiplies out. Prices must not be negative, so what is given back is so many units less. */
    private record Priced(BigDecimal quantity, BigDecimal price) {

        static Priced of(ContentLine line) {
            BigDecimal amount = line.amount().amount();
            boolean exact = line.quantity() != null
                    && line.unitPrice() != null
                    && line.unitPrice().signum() >= 0
                    && line.quantity().multiply(line.unitPrice()).compareTo(amount) == 0;
            return exact
                    ? new Priced(line.quantity(), line.unitPrice())
                    : new Priced(BigDecimal.valueOf(amount.signum() < 0 ? -1 : 1), amount.abs());
        }
    }

    private static Map<String, Object> period(Period period) {
        return Map.of("first", day(period.start()), "last", day(period.end().minusDays(1)));
    }

    private Map<String, Object> seller() {
        Party seller = content.seller();
        Map<String, Object> values = party(seller);
        boolean registered = !seller.taxId().isBlank() && vat != VatCategory.OUTSIDE;
        values.put("tax", registered);
        values.put("scheme", seller.hasVatId() ? "VA" : "FC");
        // one means of identification is required
        values.put("id", registered ? "" : seller.name());
        return values;
    }

    private Map<String, Object> buyer() {
        Party buyer = content.buyer();
        Map<String, Object> values = party(buyer);
        boolean vatId = buyer.hasVatId() && vat != VatCategory.OUTSIDE;
        values.put("tax", vatId);
        values.put("scheme", "VA");
        values.put("legalId", vatId ? "" : buyer.taxId());
        return values;
    }

    private static Map<String, Object> party(Party party) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", party.name());
        values.put("postalCode", party.postalCode());
        values.put("street", party.street());
        values.put("city", party.city());
        values.put("region", party.region());
        values.put("country", party.country());
        values.put("taxId", party.taxId());
        values.put("legalId", "");
        return values;
    }

    private static String day(LocalDate day) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }
}
