package io.tenantry.billing.pricing;

import static io.tenantry.billing.pricing.Pricing.line;
import static io.tenantry.billing.pricing.Pricing.price;
import static io.tenantry.billing.pricing.Pricing.randomTiers;
import static io.tenantry.billing.pricing.Pricing.tiers;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraduatedTest {

    private static final String THREE = "100:0.10:0 | 200:0.08:0 | *:0.05:0";
    private static final String FEES = "100:0.10:10 | 200:0.08:5 | *:0.05:1";

    @ParameterizedTest
    @CsvSource({
        // tiers, quantity, precise, amount
        THREE + ", 0,      0,       0.00 USD",
        THREE + ", 0.5,    0.05,    0.05 USD",
        THREE + ", 1,      0.1,     0.10 USD",
        THREE + ", 99,     9.9,     9.90 USD",
        THREE + ", 100,    10,      10.00 USD",
        THREE + ", 100.0,  10,      10.00 USD",
        THREE + ", 100.5,  10.04,   10.04 USD",
        THREE + ", 101,    10.08,   10.08 USD",
        THREE + ", 199.99, 17.9992, 18.00 USD",
        THREE + ", 200,    18,      18.00 USD",
        THREE + ", 200.1,  18.005,  18.01 USD",
        THREE + ", 201,    18.05,   18.05 USD",
        THREE + ", 1000,   58,      58.00 USD",
        FEES + ", 0,       0,       0.00 USD",
        FEES + ", 0.01,    10.001,  10.00 USD",
        FEES + ", 1,       10.1,    10.10 USD",
        FEES + ", 100,     20,      20.00 USD",
        FEES + ", 100.5,   25.04,   25.04 USD",
        FEES + ", 101,     25.08,   25.08 USD",
        FEES + ", 200,     33,      33.00 USD",
        FEES + ", 200.001, 34.00005, 34.00 USD",
        FEES + ", 201,     34.05,   34.05 USD",
        "*:0.02:0,         12.5,    0.25,    0.25 EUR",
        "*:0.02:3,         12.5,    3.25,    3.25 EUR",
        "*:0:3,            0,       0,       0.00 EUR",
        "*:0:3,            1,       3,       3.00 EUR",
        "100:0:0 | *:0.05:0, 100,   0,       0.00 USD",
        "100:0:0 | *:0.05:0, 101,   0.05,    0.05 USD",
        "10:0:20 | *:1:0,  1,       20,      20.00 USD",
        "10:0:20 | *:1:0,  11,      21,      21.00 USD",
        "0.5:1:0 | *:2:0,  0.75,    1,       1.00 USD",
        // three lines of 0.004 are 0.012 together, and would be nothing if each were rounded
        "1:0.004:0 | 2:0.004:0 | *:0.004:0, 3, 0.012, 0.01 USD",
        // three lines of 0.005 are 0.015 together, and would be 0.03 if each were rounded
        "1:0.005:0 | 2:0.005:0 | *:0.005:0, 3, 0.015, 0.02 USD",
        "1:0.4:0 | 2:0.4:0 | *:0.4:0,       3, 1.2,   1 JPY",
        "1:0.5:0 | 2:0.5:0 | *:0.5:0,       3, 1.5,   2 JPY",
        "1:0.0004:0 | *:0.0004:0,           2, 0.0008, 0.001 KWD",
        "1:0.0002:0 | *:0.0002:0,           2, 0.0004, 0.000 KWD",
    })
    void pricesTheUnitsOfEachTier(String tiers, String quantity, BigDecimal precise, String amount) {
        PricedCharge priced = price(new Graduated(tiers(tiers)), quantity, amount);

        assertThat(priced.preciseAmount()).isEqualByComparingTo(precise);
        assertThat(priced.amount()).hasToString(amount);
    }

    @Test
    void showsALineForEachTierReached() {
        assertThat(price(new Graduated(tiers(FEES)), "250.5", "USD").lines())
                .extracting(Pricing::row)
                .containsExactly(
                        line("graduated.first[100]", "100", "0.1", "10", "20"),
                        line("graduated.between[100, 200]", "100", "0.08", "5", "13"),
                        line("graduated.last[200]", "50.5", "0.05", "1", "3.525"));
    }

    @Test
    void showsNoLineForATierNotReached() {
        assertThat(price(new Graduated(tiers(FEES)), "100", "USD").lines()).hasSize(1);
        assertThat(price(new Graduated(tiers(FEES)), "100.5", "USD").lines()).hasSize(2);
        assertThat(price(new Graduated(tiers(FEES)), "0", "USD").lines()).isEmpty();
        assertThat(price(new Graduated(tiers("*:1:0")), "5", "USD").lines())
                .extracting(Pricing::row)
                .containsExactly(line("graduated.only", "5", "1", "0", "5"));
    }

    @Test
    void neverCostsLessForMore() {
        Random random = new Random(20260102);
        for (int round = 0; round < 300; round++) {
            Graduated charge = new Graduated(randomTiers(random));
            BigDecimal before = BigDecimal.ZERO;
            for (int halves = 0; halves < 100; halves += 1 + random.nextInt(9)) {
                BigDecimal now =
                        price(charge, String.valueOf(halves * 12.5), "USD").preciseAmount();
                assertThat(now).as("%s at %s", charge, halves).isGreaterThanOrEqualTo(before);
                before = now;
            }
        }
    }

    @Test
    void dividesTheWholeQuantityAmongItsLines() {
        Random random = new Random(20260103);
        for (int round = 0; round < 1_000; round++) {
            Graduated charge = new Graduated(randomTiers(random));
            BigDecimal quantity = BigDecimal.valueOf(random.nextInt(200_000), 2);
            PricedCharge priced = price(charge, quantity.toPlainString(), "EUR");

            assertThat(priced.lines().stream().map(PricedLine::quantity).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(quantity);
            assertThat(priced.lines().stream().map(PricedLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(priced.preciseAmount());
        }
    }
}
