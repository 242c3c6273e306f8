package io.tenantry.billing.invoicing.internal.sql;

import io.tenantry.billing.invoicing.Issue;
import io.tenantry.billing.invoicing.internal.JsonText;
import io.tenantry.billing.invoicing.internal.Row;
import io.tenantry.platform.id.Ids;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes invoices with all that belongs to them. */
public final class InvoiceRows {

    private final Rows rows;
    private final String actor;

    /** @param actor as the ledger names who did it */
    public InvoiceRows(Rows rows, String actor) {
        this.rows = rows;
        this.actor = actor;
    }

    /**
     * Writes them with numbers in this order, and uses up credit and discounts.
     *
     * @param seller JSON
     * @param logged whether the activity log is written here, too
     */
    public void write(List<Issue> issues, String seller, int dueDays, boolean logged) {
        List<Issue> invoices = issues.stream().filter(Issue::isInvoice).toList();
        List<Map<String, Object>> entries = new ArrayList<>();
        useCredit(invoices, entries);
        useDiscounts(invoices);
        carry(issues, entries);
        List<String> numbers = numbers(invoices);
        List<Map<String, Object>> heads = new ArrayList<>();
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int i = 0; i < invoices.size(); i++) {
            heads.add(InvoiceValues.head(invoices.get(i), numbers.get(i)));
            lines.addAll(InvoiceValues.lines(invoices.get(i)));
        }
        insertInvoices(heads, lines, seller, dueDays);
        run(
                InvoiceSql.USAGE,
                issues.stream()
                        .flatMap(issue -> InvoiceValues.usage(issue).stream())
                        .toList());
        if (!entries.isEmpty()) {
            rows.run(InvoiceSql.ENTRIES, JsonText.of(entries), actor);
        }
        run(
                InvoiceSql.SETTLED,
                issues.stream()
                        .flatMap(issue -> InvoiceValues.settled(issue).stream())
                        .toList());
        if (logged && !heads.isEmpty()) {
            rows.run(InvoiceSql.LOGGED, JsonText.of(heads), actor);
        }
    }

    /** The next ones of the series that all of them are in. */
    private List<String> numbers(List<Issue> invoices) {
        if (invoices.isEmpty()) {
            return List.of();
        }
        String series = invoices.get(0).kind().series();
        int count = invoices.size();
        Row taken =
                rows.read(InvoiceSql.NUMBERS, series, Integer.toString(count)).get(0);
        BigDecimal last = taken.decimal("last");
        List<String> numbers = new ArrayList<>();
        for (int i = count - 1; i >= 0; i--) {
            numbers.add(
                    taken.text("prefix") + last.subtract(BigDecimal.valueOf(i)).toPlainString());
        }
        return numbers;
    }

    private void insertInvoices(
            List<Map<String, Object>> heads, List<Map<String, Object>> lines, String seller, int dueDays) {
        if (!heads.isEmpty()) {
            rows.run(InvoiceSql.INVOICES, JsonText.of(heads), seller, Integer.toString(dueDays));
            run(InvoiceSql.LINES, lines);
        }
    }

    private void useCredit(List<Issue> invoices, List<Map<String, Object>> entries) {
        List<Map<String, Object>> used = new ArrayList<>();
        for (Issue issue : invoices) {
            for (Issue.Applied applied : issue.applied()) {
                used.add(InvoiceValues.row(
                        issue,
                        "grant",
                        applied.grant(),
                        "amount",
                        applied.amount().amount()));
                entries.add(InvoiceValues.row(
                        issue,
                        "id",
                        Ids.next(),
                        "grant",
                        applied.grant(),
                        "kind",
                        "applied",
                        "amount",
                        applied.amount().amount().negate(),
                        "invoice",
                        issue.id(),
                        "at",
                        issue.at()));
            }
        }
        run(InvoiceSql.GRANTS_USED, used);
    }

    private void useDiscounts(List<Issue> invoices) {
        run(
                InvoiceSql.DISCOUNTS_USED,
                invoices.stream()
                        .flatMap(issue -> issue.discounts().stream()
                                .map(id -> InvoiceValues.row(issue, "invoice", issue.id(), "discount", id)))
                        .toList());
    }

    /** Credit without end, because less than nothing was due. */
    private void carry(List<Issue> issues, List<Map<String, Object>> entries) {
        List<Map<String, Object>> carried = new ArrayList<>();
        for (Issue issue : issues) {
            if (!issue.draft().carried().isZero()) {
                UUID grant = Ids.next();
                BigDecimal amount = issue.draft().carried().amount();
                carried.add(InvoiceValues.row(
                        issue,
                        "id",
                        grant,
                        "currency",
                        issue.draft().carried().currency().getCurrencyCode(),
                        "amount",
                        amount,
                        "source",
                        issue.corrects() == null ? "proration" : "creditNote",
                        "reason",
                        issue.reasonOfCredit(),
                        "at",
                        issue.at()));
                entries.add(InvoiceValues.row(
                        issue,
                        "id",
                        Ids.next(),
                        "grant",
                        grant,
                        "kind",
                        "granted",
                        "amount",
                        amount,
                        "invoice",
                        issue.isInvoice() ? issue.id() : null,
                        "at",
                        issue.at()));
            }
        }
        run(InvoiceSql.GRANT_CARRIED, carried);
    }

    private void run(String sql, List<Map<String, Object>> values) {
        if (!values.isEmpty()) {
            rows.run(sql, JsonText.of(values));
        }
    }
}
