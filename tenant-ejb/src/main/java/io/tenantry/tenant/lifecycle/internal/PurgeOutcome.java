package io.tenantry.tenant.lifecycle.internal;

/** What a step of a purge answers. */
public enum PurgeOutcome {
    /** There may be more rows. */
    MORE,
    /** Rows are left that could not be removed; the tenant stays. */
    LEFT,
    /** Another node is at it, or has just finished. */
    BUSY,
    FINISHED
}
