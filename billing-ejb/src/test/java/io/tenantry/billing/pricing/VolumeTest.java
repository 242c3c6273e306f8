package io.tenantry.billing.pricing;

import static io.tenantry.billing.pricing.Pricing.line;
import static io.tenantry.billing.pricing.Pricing.price;
import static io.tenantry.billing.pricing.Pricing.randomTiers;
import static io.tenantry.billing.pricing.Pricing.tiers;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VolumeTest {

    private static final String THREE = "100:0.10:0 | 200:0.08:0 | *:0.05:0";
    private static final String FEES = "100:0.10:10 | 200:0.08:5 | *:0.05:1";

    @ParameterizedTest
    @CsvSource({
        // tiers, quantity, precise, amount
        THREE + ", 0,      0,        0.00 USD",
        THREE + ", 0.5,    0.05,     0.05 USD",
        THREE + ", 1,      0.1,      0.10 USD",
        THREE + ", 99,     9.9,      9.90 USD",
        THREE + ", 100,    10,       10.00 USD",
        THREE + ", 100.00, 10,       10.00 USD",
        THREE + ", 100.5,  8.04,     8.04 USD",
        THREE + ", 101,    8.08,     8.08 USD",
        THREE + ", 200,    16,       16.00 USD",
        THREE + ", 200.1,  10.005,   10.01 USD",
        THREE + ", 201,    10.05,    10.05 USD",
        THREE + ", 10000,  500,      500.00 USD",
        FEES + ", 0,       0,        0.00 USD",
        FEES + ", 0.01,    10.001,   10.00 USD",
        FEES + ", 100,     20,       20.00 USD",
        FEES + ", 100.5,   13.04,    13.04 USD",
        FEES + ", 101,     13.08,    13.08 USD",
        FEES + ", 200,     21,       21.00 USD",
        FEES + ", 201,     11.05,    11.05 USD",
        "*:0.02:0,         12.5,     0.25,     0.25 EUR",
        "*:0.02:3,         12.5,     3.25,     3.25 EUR",
        "*:0:3,            0,        0,        0.00 EUR",
        "100:0:0 | *:0.05:0, 100,    0,        0.00 USD",
        "100:0:0 | *:0.05:0, 101,    5.05,     5.05 USD",
        "0.5:1:0 | *:2:0,  0.5,      0.5,      0.50 USD",
        "0.5:1:0 | *:2:0,  0.51,     1.02,     1.02 USD",
        "10:0.005:0 | *:0.004:0, 1,  0.005,    0.01 USD",
        "10:0.005:0 | *:0.004:0, 11, 0.044,    0.04 USD",
        "10:0.15:0 | *:0.1:0,    10, 1.5,      2 JPY",
        "10:0.15:0 | *:0.1:0,    14, 1.4,      1 JPY",
        "10:0.0001:0 | *:0.0005:0, 5, 0.0005,  0.001 KWD",
        "10:0.0001:0 | *:0.0005:0, 4, 0.0004,  0.000 KWD",
    })
    void pricesAllUnitsAtTheTierReached(String tiers, String quantity, BigDecimal precise, String amount) {
        PricedCharge priced = price(new Volume(tiers(tiers)), quantity, amount);

        assertThat(priced.preciseAmount()).isEqualByComparingTo(precise);
        assertThat(priced.amount()).hasToString(amount);
    }

    @ParameterizedTest
    @CsvSource({
        "50,  volume.first[100],        0.1,  10, 15",
        "150, 'volume.between[100, 200]', 0.08, 5,  17",
        "250, volume.last[200],         0.05, 1,  13.5",
    })
    void showsTheTierReached(String quantity, String text, String unitPrice, String flatFee, String amount) {
        assertThat(price(new Volume(tiers(FEES)), quantity, "USD").lines())
                .extracting(Pricing::row)
                .containsExactly(line(text, quantity, unitPrice, flatFee, amount));
    }

    @Test
    void showsAnOnlyTierWithoutLimits() {
        assertThat(price(new Volume(tiers("*:1:0")), "5", "USD").lines())
                .extracting(Pricing::row)
                .containsExactly(line("volume.only", "5", "1", "0", "5"));
    }

    @Test
    void changesThePriceJustAboveEachLimit() {
        Random random = new Random(20260104);
        for (int round = 0; round < 500; round++) {
            List<Tier> tiers = randomTiers(random);
            for (int i = 0; i < tiers.size() - 1; i++) {
                assertPricedBy(tiers.get(i), tiers, tiers.get(i).upTo());
                assertPricedBy(tiers.get(i + 1), tiers, tiers.get(i).upTo().add(new BigDecimal("0.001")));
            }
        }
    }

    @Test
    void equalsGraduatedWithinTheFirstTier() {
        Random random = new Random(20260105);
        for (int round = 0; round < 500; round++) {
            List<Tier> tiers = randomTiers(random);
            BigDecimal limit =
                    tiers.get(0).isOpenEnded() ? BigDecimal.TEN : tiers.get(0).upTo();

            assertThat(price(new Volume(tiers), limit.toString(), "USD").amount())
                    .isEqualTo(
                            price(new Graduated(tiers), limit.toString(), "USD").amount());
        }
    }

    private static void assertPricedBy(Tier tier, List<Tier> tiers, BigDecimal quantity) {
        assertThat(price(new Volume(tiers), quantity.toPlainString(), "USD").preciseAmount())
                .isEqualByComparingTo(quantity.multiply(tier.unitPrice()).add(tier.flatFee()));
    }
}
