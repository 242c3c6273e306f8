package io.tenantry.tenant.usage.internal.sql;

import java.math.BigDecimal;

/** A tenant has reached so many percent of what its plan includes. */
public record Crossed(String resource, int threshold, BigDecimal used, long included) {}
