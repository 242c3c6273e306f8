package io.tenantry.billing.pricing;

import static io.tenantry.billing.pricing.Pricing.tiers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvalidPricingTest {

    private static final Currency USD = Currency.getInstance("USD");

    @ParameterizedTest
    @CsvSource({
        ", required",
        "-0.01, negative",
        "1e999999999, digits",
        "1e-999999999, digits",
        "1e24, digits",
        "1e-25, digits",
        "-1e999999999, digits",
    })
    void namesABadUnitPrice(BigDecimal unitPrice, String rule) {
        assertRejected(() -> new PerUnit(unitPrice), "/unitPrice", rule);
    }

    @ParameterizedTest
    @CsvSource({", required", "0, not-positive", "0.00, not-positive", "-1, not-positive", "1e999999999, digits"})
    void namesABadPackageSize(BigDecimal size, String rule) {
        assertRejected(() -> new PackagePrice(size, BigDecimal.ONE), "/packageSize", rule);
    }

    @ParameterizedTest
    @CsvSource({", required", "-1, negative", "1e999999999, digits"})
    void namesABadPackagePrice(BigDecimal price, String rule) {
        assertRejected(() -> new PackagePrice(BigDecimal.ONE, price), "/packagePrice", rule);
    }

    @ParameterizedTest
    @CsvSource({
        "100:1:0,                     /tiers/0/upTo,      tiers-last",
        "100:1:0 | 200:1:0,           /tiers/1/upTo,      tiers-last",
        "*:1:0 | 200:1:0,             /tiers/0/upTo,      tiers-open",
        "*:1:0 | *:1:0,               /tiers/0/upTo,      tiers-open",
        "100:1:0 | *:1:0 | *:1:0,     /tiers/1/upTo,      tiers-open",
        "100:1:0 | 100:1:0 | *:1:0,   /tiers/1/upTo,      tiers-order",
        "100:1:0 | 100.0:1:0 | *:1:0, /tiers/1/upTo,      tiers-order",
        "100:1:0 | 99.9:1:0 | *:1:0,  /tiers/1/upTo,      tiers-order",
        "0:1:0 | *:1:0,               /tiers/0/upTo,      not-positive",
        "-5:1:0 | *:1:0,              /tiers/0/upTo,      not-positive",
        "1e999999999:1:0 | *:1:0,     /tiers/0/upTo,      digits",
        "100:-1:0 | *:1:0,            /tiers/0/unitPrice, negative",
        "100:1:0 | *:1e30:0,          /tiers/1/unitPrice, digits",
        "100:1:-0.01 | *:1:0,         /tiers/0/flatFee,   negative",
        "100:1:0 | *:1:1e-999999,     /tiers/1/flatFee,   digits",
    })
    void namesABadTier(String tiers, String pointer, String rule) {
        assertRejected(() -> new Graduated(tiers(tiers)), pointer, rule);
        assertRejected(() -> new Volume(tiers(tiers)), pointer, rule);
    }

    @Test
    void namesAbsentTiers() {
        assertRejected(() -> new Volume(null), "/tiers", "required");
        assertRejected(() -> new Volume(List.of()), "/tiers", "tiers-empty");
        assertRejected(() -> new Volume(Arrays.asList((Tier) null)), "/tiers/0", "required");
        assertRejected(() -> new Volume(List.of(new Tier(null, null, null))), "/tiers/0/unitPrice", "required");
    }

    @Test
    void takesAnAbsentFlatFeeAsNone() {
        Volume charge = new Volume(List.of(new Tier(null, BigDecimal.ONE, null)));

        assertThat(charge.tiers().get(0).flatFee()).isZero();
    }

    @Test
    void keepsNoListThatTheCallerCanChange() {
        List<Tier> tiers = new ArrayList<>(tiers("10:1:0 | *:2:0"));
        Graduated charge = new Graduated(tiers);
        tiers.clear();

        assertThat(charge.tiers()).hasSize(2).isUnmodifiable();
    }

    @ParameterizedTest
    @CsvSource({", required", "-0.5, negative", "1e999999999, digits", "1e-999999999, digits"})
    void namesABadQuantity(BigDecimal quantity, String rule) {
        assertRejected(() -> ChargeCalculator.price(new PerUnit(BigDecimal.ONE), quantity, USD), "/quantity", rule);
    }

    @Test
    void namesABadCurrencyAndAnAbsentCharge() {
        Charge charge = new PerUnit(BigDecimal.ONE);
        Currency gold = Currency.getInstance("XAU");

        assertRejected(() -> ChargeCalculator.price(charge, BigDecimal.ONE, gold), "/currency", "currency");
        assertRejected(() -> ChargeCalculator.price(charge, BigDecimal.ONE, null), "/currency", "required");
        assertRejected(() -> ChargeCalculator.price(null, BigDecimal.ONE, USD), "/charge", "required");
    }

    static void assertRejected(ThrowingCallable call, String pointer, String rule) {
        InvalidPricing rejected = catchThrowableOfType(InvalidPricing.class, call);

        assertThat(rejected).as("rejection at %s", pointer).isNotNull();
        assertThat(rejected.pointer()).isEqualTo(pointer);
        assertThat(rejected.messageKey()).isEqualTo("billing.pricing.error." + rule);
        assertThat(MessagesTest.keys("en")).contains(rejected.messageKey());
    }
}
