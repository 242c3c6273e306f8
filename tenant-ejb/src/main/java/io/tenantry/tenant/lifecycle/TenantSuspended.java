package io.tenantry.tenant.lifecycle;

import io.tenantry.platform.tenancy.TenantId;

/** A tenant has been closed to its members; told in the transaction that does it, with the thread working for the tenant. */
public record TenantSuspended(TenantId tenant, String reason) {}
