package io.tenantry.billing.discount;

import io.tenantry.billing.discount.internal.StoredReduction;
import io.tenantry.platform.id.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A discount for whoever knows its code. It ends; what it takes off never changes. */
@Entity
@Table(name = "coupon")
public class Coupon {

    @Id
    private String code;

    private UUID id;

    @Embedded
    private StoredReduction reduction;

    @Column(name = "valid_until")
    private LocalDate validUntil;

    @Column(name = "max_redemptions")
    private Integer maxRedemptions;

    private int redeemed;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Version
    private long version;

    protected Coupon() {}

    Coupon(CouponValues values, Instant now) {
        this.code = values.code();
        this.id = Ids.next();
        this.reduction = new StoredReduction(values.reduction());
        this.validUntil = values.validUntil();
        this.maxRedemptions = values.maxRedemptions();
        this.createdAt = now;
    }

    UUID id() {
        return id;
    }

    Instant createdAt() {
        return createdAt;
    }

    long version() {
        return version;
    }

    /** As each who redeems it gets it. */
    Reduction reduction() {
        return new Reduction(reduction.name(), reduction.percent(), reduction.amount(), reduction.periods());
    }

    /** @param day the first one on which it is no longer taken; one that ended before stays ended */
    void endOn(LocalDate day) {
        if (validUntil == null || validUntil.isAfter(day)) {
            validUntil = day;
        }
    }

    OfferedCoupon view() {
        return new OfferedCoupon(
                new CouponValues(code, reduction(), validUntil, maxRedemptions), redeemed, createdAt, version);
    }
}
