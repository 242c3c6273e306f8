package io.tenantry.tenant.domain.internal;

/** What the DNS says about a domain's record. */
public enum Proof {
    FOUND,
    /** There is no such record, or none with that value. */
    ABSENT,
    /** No answer, or none that says anything about the record. */
    UNKNOWN
}
