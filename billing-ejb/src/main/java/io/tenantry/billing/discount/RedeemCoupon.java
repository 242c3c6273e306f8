package io.tenantry.billing.discount;

import io.tenantry.billing.customer.Customer;
import io.tenantry.billing.customer.FindCustomer;
import io.tenantry.billing.discount.internal.sql.CouponStatements;
import io.tenantry.platform.persistence.Flush;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.text.Text;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.activity.ActivityLog;
import io.tenantry.tenant.signin.TenantThrottle;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Takes a coupon for the thread's tenant. */
@Stateless
public class RedeemCoupon {

    private static final String PURPOSE = "coupon";
    private static final int REFUSED_IN_AN_HOUR = 10;

    @PersistenceContext(unitName = "billingPU")
    EntityManager entityManager;

    @Inject
    FindCustomer customers;

    @Inject
    TenantThrottle throttle;

    @Inject
    ActivityLog activity;

    @Inject
    BusinessClock clock;

    /**
     * A code that is unknown, over, used up or of another currency is answered alike: what is offered to others is nobody's
     * business, nor is it found by trying.
     *
     * @throws ProblemException {@code validation}; {@code conflict} if the tenant has taken it before;
     *     {@code rate-limited}
     */
    public DiscountView redeem(String code) {
        Customer customer = customers.current();
        Instant now = clock.now();
        requireNotYet(code);
        if (!throttle.admit(PURPOSE, REFUSED_IN_AN_HOUR)) {
            throw TenantThrottle.refusal();
        }
        if (!CouponStatements.redeem(entityManager, code, customer.dayOf(now), customer.currency())) {
            throw ProblemException.invalid("/code", "billing.coupon-refused");
        }
        throttle.forgive(PURPOSE);
        Coupon coupon = entityManager.find(Coupon.class, code);
        TenantDiscount discount = new TenantDiscount(code, coupon.reduction(), now);
        entityManager.persist(discount);
        Text before = Text.of("billing.coupon-redeemed");
        Flush.now(entityManager, before, before);
        Map<String, Object> values = new HashMap<>(coupon.reduction().snapshot());
        values.put("coupon", code);
        activity.created("discount", discount.id(), values);
        return discount.view();
    }

    private void requireNotYet(String code) {
        boolean redeemed = entityManager
                .createQuery("select d.id from TenantDiscount d where d.couponCode = :code")
                .setParameter("code", code)
                .getResultStream()
                .findFirst()
                .isPresent();
        if (redeemed) {
            throw ProblemException.conflict("billing.coupon-redeemed");
        }
    }
}
