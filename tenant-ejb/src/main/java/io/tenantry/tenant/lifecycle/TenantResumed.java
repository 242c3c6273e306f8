package io.tenantry.tenant.lifecycle;

import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.registry.TenantStatus;

/**
 * A tenant is open again; told as {@link TenantSuspended} is.
 *
 * @param status the one it has now
 */
public record TenantResumed(TenantId tenant, TenantStatus status) {}
