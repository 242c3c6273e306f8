package io.tenantry.billing.discount;

import io.tenantry.billing.discount.internal.StoredReduction;
import io.tenantry.platform.id.Ids;
import io.tenantry.platform.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** What is taken off a tenant's invoices, as long as it lasts. */
@Entity
@Table(name = "tenant_discount")
public class TenantDiscount extends TenantEntity {

    @Column(name = "coupon_code")
    private String couponCode;

    @Embedded
    private StoredReduction reduction;

    @Column(name = "ended_at")
    private Instant endedAt;

    protected TenantDiscount() {}

    /** @param couponCode {@code null} if the platform gave it */
    TenantDiscount(String couponCode, Reduction reduction, Instant now) {
        super(Ids.next(), now);
        this.couponCode = couponCode;
        this.reduction = new StoredReduction(reduction);
    }

    void end(Instant now) {
        if (endedAt == null) {
            endedAt = now;
        }
    }

    DiscountView view() {
        Integer left = reduction.periods();
        return new DiscountView(
                id(),
                couponCode,
                reduction.name(),
                reduction.percent(),
                reduction.amount(),
                left,
                endedAt == null && (left == null || left > 0),
                createdAt(),
                version());
    }
}
