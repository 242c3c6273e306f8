package io.tenantry.billing.document.internal;

import io.tenantry.billing.document.Brand;
import io.tenantry.billing.document.ContentLine;
import io.tenantry.billing.document.InvoiceContent;
import io.tenantry.billing.document.Party;
import io.tenantry.billing.invoicing.TaxGroup;
import io.tenantry.billing.invoicing.Taxation.Treatment;
import io.tenantry.billing.pricing.PricedLine;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** An invoice as a page of XHTML, to be printed. */
final class InvoicePage {

    private static final String STYLE = new String(Templates.resource("invoice.css"), StandardCharsets.UTF_8);
    private static final Set<String> PRINTABLE = Set.of("image/png", "image/jpeg");

    private final InvoiceContent content;
    private final Brand brand;
    private final Words words;
    private final Locale language;

    InvoicePage(InvoiceContent content, Brand brand, Locale language) {
        this.content = content;
        this.brand = brand;
        this.words = new Words(language);
        this.language = language;
    }

    /** Address of the logo: the picture itself; empty if there is none that can be printed. */
    String logo() {
        return brand.logo()
                .filter(image -> PRINTABLE.contains(image.mediaType()))
                .map(image -> "data:" + image.mediaType() + ";base64,"
                        + Base64.getEncoder().encodeToString(image.content()))
                .orElse("");
    }

    String title() {
        return words.text(content.creditNote() ? "credit-note" : "invoice") + " " + content.number();
    }

    String html() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("language", language.getLanguage());
        values.put("title", title());
        values.put("style", STYLE);
        values.put("brand", brand.displayName());
        values.put("logo", logo());
        values.put("primary", brand.primary().toString());
        values.put("onPrimary", brand.primary().text().toString());
        values.put("kind", words.text(content.creditNote() ? "credit-note" : "invoice"));
        values.put("facts", facts());
        values.put("parties", List.of(party("seller", content.seller()), party("buyer", content.buyer())));
        values.put("description", words.text("description"));
        values.put("quantity", words.text("quantity"));
        values.put("unitPrice", words.text("unit-price"));
        values.put("amount", words.text("amount"));
        values.put("lines", content.lines().stream().map(this::line).toList());
        values.put("totals", totals());
        values.put("due", fact(dueLabel(), words.money(content.amountDue())));
        values.put("notes", notes());
        values.put("page", words.text("page"));
        return Templates.execute(Templates.PAGE, values);
    }

    private String dueLabel() {
        return words.text(content.creditNote() ? "credited" : "amount-due");
    }

    private List<Map<String, Object>> facts() {
        List<Map<String, Object>> facts = new ArrayList<>();
        facts.add(fact(words.text("number"), content.number()));
        facts.add(fact(words.text("issued"), words.day(content.issuedOn())));
        if (content.dueOn() != null) {
            facts.add(fact(words.text("due"), words.day(content.dueOn())));
        }
        if (content.period() != null) {
            facts.add(fact(words.text("period"), words.days(content.period())));
        }
        if (content.corrects() != null) {
            facts.add(fact(words.text("corrects"), content.corrects()));
        }
        return facts;
    }

    private static Map<String, Object> fact(String name, String value) {
        return Map.of("name", name, "value", value);
    }

    private Map<String, Object> party(String role, Party party) {
        return Map.of(
                "role", words.text(role),
                "name", party.name(),
                "address", words.address(party),
                "taxId", party.taxId().isBlank() ? "" : words.text("tax-id", party.taxId()));
    }

    private Map<String, Object> line(ContentLine line) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("description", words.line(line.description()));
        values.put("days", line.period() == null ? "" : words.days(line.period()));
        values.put("quantity", line.quantity() == null ? "" : words.number(line.quantity()));
        values.put("unitPrice", line.unitPrice() == null ? "" : words.price(line.unitPrice(), content.currency()));
        values.put("amount", words.money(line.amount()));
        values.put(
                "steps",
                line.steps().size() > 1 ? line.steps().stream().map(this::step).toList() : List.of());
        return values;
    }

    private String step(PricedLine step) {
        String units = words.text(
                "step",
                words.step(step),
                words.number(step.quantity()),
                words.price(step.unitPrice(), content.currency()));
        return step.flatFee().signum() == 0 ? units : units + " + " + words.price(step.flatFee(), content.currency());
    }

    private List<Map<String, Object>> totals() {
        List<Map<String, Object>> totals = new ArrayList<>();
        totals.add(fact(words.text("subtotal"), words.money(content.subtotal())));
        for (TaxGroup tax : content.taxes()) {
            if (tax.percent().signum() != 0 || !tax.tax().isZero()) {
                totals.add(fact(taxLabel(tax.name(), tax.percent()), words.money(tax.tax())));
            }
        }
        totals.add(fact(words.text("total"), words.money(content.total())));
        if (!content.creditApplied().isZero()) {
            totals.add(fact(
                    words.text("credit-applied"),
                    words.money(content.creditApplied().negated())));
        }
        return totals;
    }

    private String taxLabel(String name, BigDecimal percent) {
        return name + " " + words.percent(percent);
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (content.treatment() == Treatment.REVERSE_CHARGE) {
            notes.add(words.text("reverse-charge"));
        } else if (content.treatment() == Treatment.EXEMPT) {
            notes.add(words.text("exempt"));
        }
        return notes;
    }
}
