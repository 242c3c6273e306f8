package io.tenantry.web.billing;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.tenantry.billing.invoicing.Invoice;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/** Writes invoices as CSV (RFC 4180): numbers, days and amounts, and nothing that somebody has written. */
final class InvoiceCsv {

    private static final String[] HEAD = {
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
        "amountDue"
    };

    private final Writer out;
    private final CsvWriter csv;

    InvoiceCsv(OutputStream stream) {
        out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        csv = CsvWriter.builder().build(out);
        csv.writeRecord(HEAD);
    }

    void write(Collection<Invoice> invoices) {
        invoices.forEach(this::write);
    }

    private void write(Invoice invoice) {
        csv.writeRecord(
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
                invoice.amountDue().text());
    }

    /** Leaves closing the stream to the server. */
    void finish() throws IOException {
        csv.flush();
        out.flush();
    }
}
