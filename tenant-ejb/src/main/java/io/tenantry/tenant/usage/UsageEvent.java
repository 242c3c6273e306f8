package io.tenantry.tenant.usage;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Something that was consumed and is told afterwards.
 *
 * @param id chosen by whoever tells it; counts once in the tenant
 */
public record UsageEvent(String id, String resource, BigDecimal quantity, Instant at) {}
