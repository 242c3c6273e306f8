package io.tenantry.billing.discount;

import io.tenantry.platform.caller.Caller;
import io.tenantry.platform.caller.ContextLogger;
import io.tenantry.platform.page.KeysetQuery;
import io.tenantry.platform.page.Page;
import io.tenantry.platform.page.PageRequest;
import io.tenantry.platform.page.SortKey;
import io.tenantry.platform.persistence.Flush;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.text.Text;
import io.tenantry.platform.time.BusinessClock;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Keeps the coupons, for the administrator of the platform. They are of no tenant. */
@Stateless
public class ChangeCoupons {

    private static final System.Logger LOGGER = ContextLogger.of(ChangeCoupons.class);

    /** Where days begin last: what ends on today's day there has ended everywhere. */
    private static final ZoneId LAST = ZoneOffset.ofHours(-12);

    private static final List<SortKey<Coupon>> ORDERS =
            List.of(SortKey.ofInstant("createdAt", "e.createdAt", Coupon::createdAt));

    @PersistenceContext(unitName = "billingPU")
    EntityManager entityManager;

    @Inject
    BusinessClock clock;

    public Page<OfferedCoupon> page(PageRequest request) {
        Page<Coupon> page = new KeysetQuery<>(entityManager, Coupon.class, "select e from Coupon e", ORDERS, Coupon::id)
                .page(request);
        return new Page<>(page.items().stream().map(Coupon::view).toList(), page.nextCursor());
    }

    /** @throws ProblemException {@code not-found} */
    public OfferedCoupon get(String code) {
        return Optional.ofNullable(entityManager.find(Coupon.class, code))
                .map(Coupon::view)
                .orElseThrow(ProblemException::notFound);
    }

    /** @throws ProblemException {@code conflict} if there was one of that code ever */
    public OfferedCoupon create(CouponValues values) {
        Coupon coupon = new Coupon(values, clock.now());
        entityManager.persist(coupon);
        Text taken = Text.of("billing.coupon-taken");
        Flush.now(entityManager, taken, taken);
        log("coupon.created", coupon);
        return coupon.view();
    }

    /**
     * From now on nobody takes it; who has taken it keeps what it gave.
     *
     * @throws ProblemException {@code not-found}, {@code precondition-failed}
     */
    public OfferedCoupon end(String code, OptionalLong expected) {
        Coupon coupon = entityManager.find(Coupon.class, code, LockModeType.PESSIMISTIC_WRITE);
        if (coupon == null) {
            throw ProblemException.notFound();
        }
        if (expected.isPresent() && expected.getAsLong() != coupon.version()) {
            throw ProblemException.of(ProblemType.PRECONDITION_FAILED);
        }
        coupon.endOn(LocalDate.ofInstant(clock.now(), LAST));
        entityManager.flush();
        log("coupon.ended", coupon);
        return coupon.view();
    }

    /** There is no tenant to tell, so the server's log has it. */
    private static void log(String action, Coupon coupon) {
        LOGGER.log(
                System.Logger.Level.INFO,
                "{0} id={1} by={2}",
                action,
                coupon.id(),
                Caller.current().accountId());
    }
}
