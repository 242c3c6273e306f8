package io.tenantry.billing.dunning;

/** What is done about an invoice that is not paid. Named as in the configuration. */
public enum DunningAction {
    /** The subscription is past due, and the tenant is reminded. */
    pastDue,
    reminder,
    finalReminder,
    /** The tenant is closed to its members. */
    suspend
}
