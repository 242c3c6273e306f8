package io.tenantry.tenant.plan;

/** How a resource is counted. */
public enum ResourceKind {
    /** Held now, as members are. */
    LEVEL,
    /** Consumed in a billing period, as calls are. */
    FLOW
}
