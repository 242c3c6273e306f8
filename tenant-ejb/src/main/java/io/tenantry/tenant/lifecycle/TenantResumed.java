package io.tenantry.tenant.lifecycle;

import io.tenantry.platform.tenancy.TenantId;

/** A tenant is open again; told as {@link TenantSuspended} is. */
public record TenantResumed(TenantId tenant) {}
