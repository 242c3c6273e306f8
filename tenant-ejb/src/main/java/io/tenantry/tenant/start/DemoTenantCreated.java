package io.tenantry.tenant.start;

import io.tenantry.platform.tenancy.TenantId;
import java.time.Instant;

/**
 * A tenant of the demonstration is being created; modules fill it, in the same transaction.
 *
 * @param size 1 for a small organization, more for larger ones
 */
public record DemoTenantCreated(TenantId tenant, String slug, int size, Instant now) {}
