package io.tenantry.tenant.usage;

import io.tenantry.platform.tenancy.TenantId;
import java.math.BigDecimal;

/**
 * A tenant has used so much of a resource that it is warned, once in a period; told in the transaction that counts, with
 * the thread working for the tenant.
 *
 * @param percent the threshold that was reached, of {@code included}
 */
public record UsageWarned(TenantId tenant, String resource, int percent, BigDecimal used, long included) {}
