package io.tenantry.billing.pricing;

import static io.tenantry.billing.pricing.Pricing.line;
import static io.tenantry.billing.pricing.Pricing.price;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PerUnitTest {

    @ParameterizedTest
    @CsvSource({
        // unit price, quantity, precise, amount
        "0.05,  0,        0,            0.00 USD",
        "0.05,  1,        0.05,         0.05 USD",
        "0.05,  1234,     61.70,        61.70 USD",
        "0,     1000000,  0,            0.00 USD",
        "0.001, 4,        0.004,        0.00 USD",
        "0.001, 5,        0.005,        0.01 USD",
        "0.001, 14,       0.014,        0.01 USD",
        "0.001, 15,       0.015,        0.02 USD",
        "0.001, 1000,     1,            1.00 USD",
        "0.333, 3,        0.999,        1.00 USD",
        "0.05,  2.5,      0.125,        0.13 USD",
        "0.05,  0.1,      0.005,        0.01 EUR",
        "0.05,  0.0999,   0.004995,     0.00 EUR",
        "0.5,   1,        0.5,          1 JPY",
        "0.5,   0.99,     0.495,        0 JPY",
        "0.1,   14,       1.4,          1 JPY",
        "0.1,   15,       1.5,          2 JPY",
        "0.05,  0.01,     0.0005,       0.001 KWD",
        "0.05,  0.009,    0.00045,      0.000 KWD",
        "1.2345, 1,       1.2345,       1.235 KWD",
        "1.2345, 1,       1.2345,       1.23 USD",
        "1.2345, 1,       1.2345,       1 JPY",
        "1E+3,  2,        2000,         2000.00 USD",
        "1,     1E+3,     1000,         1000.00 USD",
        "0.000000000000000000000001, 1000000000000000000000, 0.001, 0.001 KWD",
        "99999999999999999999999, 10, 999999999999999999999990, 999999999999999999999990 JPY",
    })
    void multipliesAndRoundsOnce(BigDecimal unitPrice, String quantity, BigDecimal precise, String amount) {
        PricedCharge priced = price(new PerUnit(unitPrice), quantity, amount);

        assertThat(priced.preciseAmount()).isEqualByComparingTo(precise);
        assertThat(priced.amount()).hasToString(amount);
    }

    @Test
    void showsOneLine() {
        PricedCharge priced = price(new PerUnit(new BigDecimal("0.05")), "2.5", "USD");

        assertThat(priced.lines()).extracting(Pricing::row).containsExactly(line("unit", "2.5", "0.05", "0", "0.125"));
    }

    @Test
    void showsNoLineForNoUnits() {
        assertThat(price(new PerUnit(BigDecimal.TEN), "0", "USD").lines()).isEmpty();
        assertThat(price(new PerUnit(BigDecimal.TEN), "0.00", "USD").lines()).isEmpty();
    }
}
