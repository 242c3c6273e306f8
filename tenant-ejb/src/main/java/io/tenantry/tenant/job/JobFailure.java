package io.tenantry.tenant.job;

import io.tenantry.platform.tenancy.TenantId;

/**
 * Work for a tenant that could not be done.
 *
 * @param rule name of the rule that its data breaks, such as {@code currency-differs}; never a message of the database
 */
public record JobFailure(TenantId tenant, String rule) {}
