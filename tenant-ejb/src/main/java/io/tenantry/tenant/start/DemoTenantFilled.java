package io.tenantry.tenant.start;

import io.tenantry.platform.tenancy.TenantId;

/** A tenant of the demonstration is there with all it has: its past may be made up. In no transaction and for no tenant. */
public record DemoTenantFilled(TenantId tenant) {}
