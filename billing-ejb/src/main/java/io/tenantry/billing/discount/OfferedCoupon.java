package io.tenantry.billing.discount;

import java.time.Instant;

/** A coupon as the platform reads it. */
public record OfferedCoupon(CouponValues values, int redeemed, Instant createdAt, long version) {}
