package io.tenantry.it;

import static io.tenantry.it.product.Billing.ADMIN_COUPONS;
import static io.tenantry.it.product.Billing.COUPONS;
import static io.tenantry.it.product.Billing.DISCOUNTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.AtOnce;
import io.tenantry.it.product.Billing;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Coupons and discounts. */
class CouponsIT extends BlackBox {

    private final Api platform = Tenants.platform();

    @Test
    void aTenantTakesACouponOnce() {
        String code = Billing.coupon(platform, "percent", "12.5", "periods", 3);
        Tenant tenant = Tenants.professional();

        Answer taken = tenant.owner()
                .post(COUPONS, Json.object("code", code.toLowerCase(Locale.ROOT)))
                .expect(201);

        assertThat(taken.text("percent")).isEqualTo("12.5");
        assertThat(taken.json().path("periodsLeft").asInt()).isEqualTo(3);
        assertThat(taken.text("couponCode")).isEqualTo(code);
        assertThat(taken.header("Location")).endsWith(DISCOUNTS + "/" + taken.id());
        assertThat(tenant.owner().get(DISCOUNTS).expect(200).items()).containsExactly(taken.json());
        tenant.owner().post(COUPONS, Json.object("code", code)).expectProblem(409, "conflict");
        assertThat(platform.get(ADMIN_COUPONS + "/" + code)
                        .expect(200)
                        .json()
                        .path("redeemed")
                        .asInt())
                .isEqualTo(1);
        assertThat(tenant.owner().get("/api/activity").expect(200).each("action"))
                .contains("discount.created");
    }

    @Test
    void aCouponIsTakenAsOftenAsItSaysByTenantsAtOnce() {
        String code = Billing.coupon(platform, "amount", Billing.money("5.00", "USD"), "maxRedemptions", 2);
        List<Tenant> tenants = Stream.generate(Tenants::starter).limit(4).toList();

        List<Answer> answers = AtOnce.run(4, i -> tenants.get(i).owner().post(COUPONS, Json.object("code", code)));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 201, 400, 400);
    }

    @Test
    void whatCannotBeTakenIsAnsweredAlike() {
        Tenant tenant = Tenants.professional();
        String over = Billing.coupon(platform, "percent", "5", "validUntil", "2020-01-01");
        String euros = Billing.coupon(platform, "amount", Billing.money("5.00", "EUR"));
        String ended = Billing.coupon(platform, "percent", "5");
        platform.post(ADMIN_COUPONS + "/" + ended + "/end").expect(200);
        Api asking = tenant.owner().with("X-Request-Id", "refused");

        List<String> bodies = Stream.of("NO-SUCH-CODE", over, euros, ended, "%", "é")
                .map(code -> asking.post(COUPONS, Json.object("code", code))
                        .expectProblem(400, "validation")
                        .body())
                .toList();

        assertThat(bodies).containsOnly(bodies.get(0));
    }

    @Test
    void refusesWhatIsNoCoupon() {
        refused("code", "it lower");
        refused("code", "SHORT-7");
        refused("percent", "0");
        refused("percent", "100.01");
        refused("percent", "1.00001");
        refused("percent", "1e1");
        refused("percent", null);
        refused("amount", Billing.money("1.00", "USD"));
        refused("periods", 0);
        refused("maxRedemptions", 0);
        String code = Billing.coupon(platform, "percent", "5");
        platform.post(ADMIN_COUPONS, Json.object("code", code, "name", "Again", "percent", "5"))
                .expectProblem(409, "conflict");
    }

    @Test
    void thePlatformGivesADiscountAndEndsIt() {
        Tenant tenant = Tenants.professional();
        String discounts = "/api/admin/tenants/" + tenant.id() + "/discounts";

        Answer given = platform.post(discounts, Billing.discount()).expect(201);

        assertThat(tenant.owner().get(DISCOUNTS).expect(200).items()).containsExactly(given.json());
        platform.post(discounts, Json.object("name", "Euros", "amount", Billing.money("1.00", "EUR")))
                .expectProblem(400, "validation");
        Tenant other = Tenants.professional();
        other.owner().get(DISCOUNTS + "/" + given.id()).expectProblem(404, "not-found");
        platform.delete("/api/admin/tenants/" + other.id() + "/discounts/" + given.id())
                .expectProblem(404, "not-found");
        platform.delete(discounts + "/" + given.id()).expect(204);
        assertThat(tenant.owner()
                        .get(DISCOUNTS + "/" + given.id())
                        .expect(200)
                        .json()
                        .path("active")
                        .asBoolean(true))
                .isFalse();
    }

    private void refused(String member, Object value) {
        Map<String, Object> coupon =
                Json.object("code", "IT-" + Tenants.unique().toUpperCase(Locale.ROOT), "name", "No", "percent", "5");
        coupon.put(member, value);
        platform.post(ADMIN_COUPONS, coupon).expectProblem(400, "validation");
    }
}
