package io.tenantry.web.billing;

import io.tenantry.billing.invoicing.Invoice;
import io.tenantry.web.http.CsvList;
import java.util.List;

/** Writes invoices as CSV (RFC 4180): numbers, days and amounts, and nothing that somebody has written. */
final class InvoiceCsv {

    static final CsvList<Invoice> INVOICES = new CsvList<>(
            "invoices.csv",
            List.of(
                    "number",
                    "kind",
                    "status",
                    "issuedOn",
                    "dueOn",
                    "periodStart",
                    "periodEnd",
                    "currency",
                    "subtotal",
                    "tax",
                    "total",
                    "creditApplied",
                    "amountPaid",
                    "credited",
                    "amountDue"),
            InvoiceCsv::cells);

    private InvoiceCsv() {}

    private static String[] cells(Invoice invoice) {
        return new String[] {
            invoice.number(),
            invoice.kind().code(),
            invoice.status().code(),
            invoice.issuedOn().toString(),
            invoice.dueOn().toString(),
            invoice.period().start().toString(),
            invoice.period().end().toString(),
            invoice.currency().getCurrencyCode(),
            invoice.subtotal().text(),
            invoice.tax().text(),
            invoice.total().text(),
            invoice.creditApplied().text(),
            invoice.amountPaid().text(),
            invoice.credited().text(),
            invoice.amountDue().text()
        };
    }
}
