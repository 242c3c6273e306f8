package io.tenantry.billing.invoicing;

import java.util.Arrays;

/** Why there is an invoice. */
public enum InvoiceKind {
    /** A usage period has ended, or begins. */
    PERIOD("period"),
    /** Something was changed within a period. */
    CHANGE("change"),
    /** The subscription has ended. */
    FINAL("final"),
    MANUAL("manual"),
    /** Takes back what another invoice said. */
    CREDIT_NOTE("creditNote");

    private final String code;

    InvoiceKind(String code) {
        this.code = code;
    }

    /** As the API and the database write it. */
    public String code() {
        return code;
    }

    /** The row of {@code invoice_series} that gives its numbers. */
    public String series() {
        return this == CREDIT_NOTE ? "creditNote" : "invoice";
    }

    /** Whether it is one of the invoices that a discount is for. */
    public boolean isOfPeriod() {
        return this == PERIOD || this == FINAL;
    }

    public static InvoiceKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code.equals(code))
                .findFirst()
                .orElseThrow();
    }
}
