package io.tenantry.billing.subscription;

/** A subscription that was suspended goes on; told in the transaction that does it, with the thread working for its tenant. */
public record SubscriptionResumed(TenantBilling subscription) {}
