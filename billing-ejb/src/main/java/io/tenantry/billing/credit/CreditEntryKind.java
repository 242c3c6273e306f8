package io.tenantry.billing.credit;

/** What happened to credit. Named as in the API and the database. */
public enum CreditEntryKind {
    granted,
    /** Used for an invoice. */
    applied,
    /** Given back, because the invoice was voided. */
    returned,
    expired,
    revoked
}
