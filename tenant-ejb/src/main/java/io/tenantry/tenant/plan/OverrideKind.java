package io.tenantry.tenant.plan;

/** What an override is of. Named as in the API and the database. */
public enum OverrideKind {
    feature,
    limit
}
