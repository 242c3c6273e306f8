package io.tenantry.billing.discount;

import java.time.LocalDate;

/**
 * What a coupon says.
 *
 * @param code capitals, digits and hyphens
 * @param validUntil the first local day of a tenant on which it is no longer taken, {@code null} for no end
 * @param maxRedemptions by how many tenants it can be taken, {@code null} for any number
 */
public record CouponValues(String code, Reduction reduction, LocalDate validUntil, Integer maxRedemptions) {}
