package io.tenantry.tenant.lifecycle;

import io.tenantry.platform.tenancy.TenantId;
import java.time.Instant;

/**
 * A tenant has been closed for good; told as {@link TenantSuspended} is.
 *
 * @param purgeAfter until then it can be resumed
 */
public record TenantClosed(TenantId tenant, String reason, Instant purgeAfter) {}
