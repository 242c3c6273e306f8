package io.tenantry.billing.invoicing;

/** Where an invoice stands. Named as in the API and the database. */
public enum InvoiceStatus {
    /** Without a number yet. */
    draft,
    /** Something is due. */
    open,
    /** Nothing is due any more. */
    paid,
    /** Taken back before anything was paid. */
    voided,
    /** Nobody expects the money any more. */
    uncollectible;

    /** {@code void} is a word of Java. */
    public String code() {
        return this == voided ? "void" : name();
    }

    public static InvoiceStatus of(String code) {
        return code.equals("void") ? voided : valueOf(code);
    }
}
