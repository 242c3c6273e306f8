package io.tenantry.billing.invoicing.internal.sql;

import io.tenantry.billing.invoicing.DraftLine;
import io.tenantry.billing.invoicing.InvoiceDraft;
import io.tenantry.billing.invoicing.Issue;
import io.tenantry.billing.invoicing.Taxation;
import io.tenantry.billing.invoicing.internal.JsonText;
import io.tenantry.billing.pricing.PricedLine;
import io.tenantry.platform.id.Ids;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Invoices as the values of rows. */
final class InvoiceValues {

    private InvoiceValues() {}

    /** The invoice, with the number it is given. */
    static Map<String, Object> head(Issue issue, String number) {
        InvoiceDraft draft = issue.draft();
        return row(
                issue,
                "id",
                issue.id(),
                "log",
                Ids.next(),
                "kind",
                issue.kind().code(),
                "occasion",
                issue.occasion(),
                "status",
                issue.corrects() != null || draft.amountDue().isZero() ? "paid" : "open",
                "number",
                number,
                "currency",
                draft.total().currency().getCurrencyCode(),
                "plan",
                issue.plan(),
                "starts",
                issue.period().start(),
                "ends",
                issue.period().end(),
                "subtotal",
                draft.subtotal().amount(),
                "tax",
                draft.tax().amount(),
                "total",
                draft.total().amount(),
                "applied",
                draft.creditApplied().amount(),
                "taxes",
                taxes(draft, issue.account().taxation()),
                "buyer",
                issue.account().buyer(),
                "corrects",
                issue.corrects(),
                "at",
                issue.at(),
                "day",
                issue.day());
    }

    /** Without rates, one group says why there is no tax. */
    private static String taxes(InvoiceDraft draft, Taxation taxation) {
        String treatment = taxation.treatment().code();
        List<Map<String, Object>> groups = new ArrayList<>();
        draft.taxes()
                .forEach(group -> groups.add(members(
                        "name", group.name(),
                        "percent", group.percent().toPlainString(),
                        "treatment", treatment,
                        "net", group.net().text(),
                        "tax", group.tax().text())));
        if (groups.isEmpty() && taxation.treatment() != Taxation.Treatment.STANDARD) {
            groups.add(members(
                    "name",
                    "",
                    "percent",
                    "0",
                    "treatment",
                    treatment,
                    "net",
                    draft.subtotal().text(),
                    "tax",
                    draft.tax().text()));
        }
        return JsonText.of(groups);
    }

    static List<Map<String, Object>> lines(Issue issue) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (DraftLine line : issue.draft().lines()) {
            lines.add(row(
                    issue,
                    "id",
                    Ids.next(),
                    "invoice",
                    issue.id(),
                    "position",
                    lines.size(),
                    "kind",
                    line.kind().code(),
                    "key",
                    line.description().key(),
                    "args",
                    JsonText.of(line.description().arguments()),
                    "resource",
                    line.resource(),
                    "quantity",
                    line.quantity(),
                    "price",
                    line.unitPrice(),
                    "amount",
                    line.amount().amount(),
                    "starts",
                    line.period() == null ? null : line.period().start(),
                    "ends",
                    line.period() == null ? null : line.period().end(),
                    "steps",
                    line.steps().isEmpty() ? null : steps(line.steps()),
                    "at",
                    issue.at()));
        }
        return lines;
    }

    private static String steps(List<PricedLine> steps) {
        return JsonText.of(steps.stream()
                .map(step -> members(
                        "key", step.text().messageKey(),
                        "args",
                                step.text().arguments().stream()
                                        .map(BigDecimal::toPlainString)
                                        .toList(),
                        "quantity", step.quantity().toPlainString(),
                        "unitPrice", step.unitPrice().toPlainString(),
                        "flatFee", step.flatFee().toPlainString(),
                        "amount", step.amount().toPlainString()))
                .toList());
    }

    static List<Map<String, Object>> usage(Issue issue) {
        return issue.usage().stream()
                .map(part -> row(
                        issue,
                        "id",
                        Ids.next(),
                        "invoice",
                        issue.isInvoice() ? issue.id() : null,
                        "resource",
                        part.resource(),
                        "plan",
                        part.plan(),
                        "starts",
                        part.days().start(),
                        "ends",
                        part.days().end(),
                        "cycle",
                        part.cycleDays(),
                        "used",
                        part.used(),
                        "included",
                        part.included(),
                        "amount",
                        part.amount().amount(),
                        "at",
                        issue.at()))
                .toList();
    }

    static List<Map<String, Object>> settled(Issue issue) {
        return issue.late().stream()
                .map(late -> row(issue, "late", late, "invoice", issue.isInvoice() ? issue.id() : null))
                .toList();
    }

    /** With the tenant; names and values in turn. */
    static Map<String, Object> row(Issue issue, Object... members) {
        Map<String, Object> row = members(members);
        row.put("tenant", issue.account().tenant().toString());
        return row;
    }

    /** Names and values in turn. */
    static Map<String, Object> members(Object... namesAndValues) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put((String) namesAndValues[i], plain(namesAndValues[i + 1]));
        }
        return members;
    }

    private static Object plain(Object value) {
        boolean json = value == null || value instanceof Number || value instanceof List;

        return json ? value : value.toString();
    }
}
