package io.tenantry.billing.credit;

/** Why there is credit. Named as in the API and the database. */
public enum CreditSource {
    /** Given by the platform. */
    grant,
    /** Less than nothing was due. */
    proration,
    /** More was paid than was due. */
    refund,
    /** An invoice that had been paid was corrected. */
    creditNote
}
