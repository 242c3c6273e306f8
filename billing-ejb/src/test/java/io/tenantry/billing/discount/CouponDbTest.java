package io.tenantry.billing.discount;

import static io.tenantry.billing.BillingFixture.NOW;
import static io.tenantry.billing.BillingFixture.atOnce;
import static io.tenantry.billing.BillingFixture.clock;
import static io.tenantry.billing.BillingFixture.customers;
import static io.tenantry.billing.BillingFixture.silent;
import static io.tenantry.billing.BillingFixture.wired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.billing.BillingFixture;
import io.tenantry.platform.money.Money;
import io.tenantry.platform.page.PageRequest;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.signin.TenantThrottle;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A coupon is taken as often as it says and once by a tenant, whoever comes at the same time. */
class CouponDbTest {

    private static final BillingFixture FIXTURE = new BillingFixture();
    private static final LocalDate TODAY = LocalDate.parse("2026-03-01");

    private static final TenantThrottle THROTTLE = new TenantThrottle();

    private final String code =
            "C" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    private final TenantId tenant = FIXTURE.tenant();

    @AfterAll
    static void close() {
        FIXTURE.close();
    }

    @Test
    void whoTakesItHasItsDiscount() {
        coupon(new CouponValues(code, percent(), null, 10));

        DiscountView discount = redeem(tenant);

        assertThat(discount.percent()).isEqualTo("12.5");
        assertThat(discount.periodsLeft()).isEqualTo(3);
        assertThat(discount.active()).isTrue();
        assertThat(discount.couponCode()).isEqualTo(code);
        assertThat(redeemed()).isEqualTo("1");
        assertThat(FIXTURE.in(tenant, em -> discounts(em).page(new PageRequest(50, null, null)))
                        .items())
                .containsExactly(discount);
        assertThat(FIXTURE.in(FIXTURE.tenant(), em -> discounts(em).page(new PageRequest(50, null, null)))
                        .items())
                .isEmpty();
    }

    @Test
    void itIsTakenAsOftenAsItSaysByTenantsAtOnce() {
        coupon(new CouponValues(code, percent(), null, 3));
        List<TenantId> tenants = Stream.generate(FIXTURE::tenant).limit(8).toList();

        List<Object> outcomes = atOnce(8, i -> redeem(tenants.get(i)));

        assertThat(outcomes).filteredOn(DiscountView.class::isInstance).hasSize(3);
        assertThat(outcomes).filteredOn(ProblemException.class::isInstance).hasSize(5);
        assertThat(redeemed()).isEqualTo("3");
        assertThat(FIXTURE.number("select count(*) from tenant_discount where coupon_code = '" + code + "'"))
                .isEqualTo("3");
    }

    @Test
    void aTenantTakesItOnceWhenItAsksManyTimesAtOnce() {
        coupon(new CouponValues(code, percent(), null, null));

        List<Object> outcomes = atOnce(6, i -> redeem(tenant));

        assertThat(outcomes).filteredOn(DiscountView.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(ProblemException.class::isInstance)
                .hasSize(5)
                .allSatisfy(problem ->
                        assertThat(((ProblemException) problem).type()).isEqualTo(ProblemType.CONFLICT));
        assertThat(redeemed()).isEqualTo("1");
    }

    @Test
    void allThatCannotBeTakenIsAnsweredAlike() {
        String unknown = refusal("NOSUCH");
        coupon(new CouponValues(code + "-OVER", percent(), TODAY, null));
        coupon(new CouponValues(code + "-USED", percent(), null, 1));
        FIXTURE.in(FIXTURE.tenant(), em -> redeeming(em).redeem(code + "-USED"));
        Reduction euros = new Reduction("Euros", null, Money.of("5.00", "EUR"), null);
        coupon(new CouponValues(code + "-EUR", euros, null, null));
        coupon(new CouponValues(code + "-ENDED", percent(), null, null));
        FIXTURE.in(tenant, em -> coupons(em).end(code + "-ENDED", OptionalLong.empty()));

        assertThat(List.of(
                        refusal(code + "-OVER"),
                        refusal(code + "-USED"),
                        refusal(code + "-EUR"),
                        refusal(code + "-ENDED")))
                .containsOnly(unknown);
    }

    @Test
    void codesAreNotFoundByTrying() {
        coupon(new CouponValues(code, percent(), null, null));
        coupon(new CouponValues(code + "-OTHER", percent(), null, null));
        redeem(tenant);
        List<Object> guesses =
                atOnce(10, i -> FIXTURE.in(tenant, em -> redeeming(em).redeem("GUESS-" + i)));
        assertThat(guesses)
                .allSatisfy(problem ->
                        assertThat(((ProblemException) problem).type()).isEqualTo(ProblemType.VALIDATION));

        assertThatThrownBy(() -> FIXTURE.in(tenant, em -> redeeming(em).redeem(code + "-OTHER")))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.type()).isEqualTo(ProblemType.RATE_LIMITED);
                    assertThat(problem.members()).containsEntry("retryAfter", 3600L);
                });

        assertThat(redeem(FIXTURE.tenant()).active()).isTrue();
    }

    @Test
    void onTheLastDayItIsTaken() {
        coupon(new CouponValues(code, percent(), TODAY.plusDays(1), null));
        assertThat(redeem(tenant).active()).isTrue();
    }

    @Test
    void aDiscountEndsAndIsAnothersToNobody() {
        DiscountView given = FIXTURE.in(tenant, em -> discounts(em).give(percent()));

        assertThatThrownBy(() -> end(FIXTURE.tenant(), given))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.NOT_FOUND));
        end(tenant, given);

        assertThat(FIXTURE.in(tenant, em -> discounts(em).get(given.id())).active())
                .isFalse();
    }

    private static boolean end(TenantId tenant, DiscountView discount) {
        return FIXTURE.in(tenant, em -> {
            discounts(em).end(discount.id(), OptionalLong.empty());
            return true;
        });
    }

    private String refusal(String refused) {
        try {
            FIXTURE.in(tenant, em -> redeeming(em).redeem(refused));
            throw new AssertionError("taken");
        } catch (ProblemException problem) {
            return problem.type() + " " + problem.detail() + " " + problem.errors() + " " + problem.members();
        }
    }

    private DiscountView redeem(TenantId taker) {
        return FIXTURE.in(taker, em -> redeeming(em).redeem(code));
    }

    private static void coupon(CouponValues values) {
        FIXTURE.in(FIXTURE.tenant(), em -> coupons(em).create(values));
    }

    private BigDecimal redeemed() {
        return FIXTURE.number("select redeemed from coupon where code = '" + code + "'");
    }

    private static Reduction percent() {
        return new Reduction("Spring", new BigDecimal("12.50"), null, 3);
    }

    private static ChangeCoupons coupons(EntityManager em) {
        return wired(new ChangeCoupons(), em, clock(NOW));
    }

    private static RedeemCoupon redeeming(EntityManager em) {
        return wired(new RedeemCoupon(), em, customers(em), clock(NOW), silent(), THROTTLE);
    }

    private static ChangeDiscounts discounts(EntityManager em) {
        return wired(new ChangeDiscounts(), em, customers(em), clock(NOW), silent());
    }
}
