package io.tenantry.billing.pricing;

import static io.tenantry.billing.pricing.Pricing.line;
import static io.tenantry.billing.pricing.Pricing.price;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackagePriceTest {

    @ParameterizedTest
    @CsvSource({
        // size, price, quantity, packages, amount
        "1000, 10,     0,        0,  0.00 USD",
        "1000, 10,     0.0001,   1,  10.00 USD",
        "1000, 10,     1,        1,  10.00 USD",
        "1000, 10,     999,      1,  10.00 USD",
        "1000, 10,     999.999,  1,  10.00 USD",
        "1000, 10,     1000,     1,  10.00 USD",
        "1000, 10,     1000.0,   1,  10.00 USD",
        "1000, 10,     1000.001, 2,  20.00 USD",
        "1000, 10,     1001,     2,  20.00 USD",
        "1000, 10,     2000,     2,  20.00 USD",
        "1000, 10,     25000,    25, 250.00 USD",
        "1,    0.05,   3,        3,  0.15 USD",
        "1,    0.05,   3.2,      4,  0.20 USD",
        "0.5,  1,      1.6,      4,  4.00 USD",
        "0.3,  1,      1,        4,  4.00 USD",
        "3,    0.335,  3,        1,  0.34 USD",
        "3,    0.335,  6,        2,  0.67 USD",
        "3,    0.335,  9,        3,  1.01 USD",
        "1000, 150,    1001,     2,  300 JPY",
        "1000, 0.5,    1001,     2,  1 JPY",
        "1000, 0.5,    2001,     3,  2 JPY",
        "1000, 0.1235, 1,        1,  0.124 KWD",
        "1000, 0.1235, 1001,     2,  0.247 KWD",
        "1000, 0,      123456,   124, 0.00 EUR",
        "0.000000000000000000000001, 0, 100000000000000000000000, 1E+47, 0.00 EUR",
    })
    void billsStartedPackages(
            BigDecimal size, BigDecimal packagePrice, String quantity, BigDecimal packages, String amount) {
        PricedCharge priced = price(new PackagePrice(size, packagePrice), quantity, amount);

        assertThat(priced.amount()).hasToString(amount);
        assertThat(priced.preciseAmount()).isEqualByComparingTo(packages.multiply(packagePrice));
        assertThat(priced.lines())
                .allSatisfy(line -> assertThat(line.quantity()).isEqualByComparingTo(packages));
    }

    @Test
    void showsOneLineThatCountsPackages() {
        PricedCharge priced = price(new PackagePrice(new BigDecimal("1000"), BigDecimal.TEN), "1001", "USD");

        assertThat(priced.lines())
                .extracting(Pricing::row)
                .containsExactly(line("package[1000]", "2", "10", "0", "20"));
    }

    @Test
    void startsAsManyPackagesAsFitPlusOneForARest() {
        Random random = new Random(20260101);
        for (int round = 0; round < 2_000; round++) {
            long size = 1 + random.nextInt(500);
            long quantity = random.nextInt(10_000);
            long packages = quantity / size + (quantity % size == 0 ? 0 : 1);
            PackagePrice charge = new PackagePrice(BigDecimal.valueOf(size), BigDecimal.ONE);

            assertThat(price(charge, String.valueOf(quantity), "JPY").preciseAmount())
                    .as("%d in packages of %d", quantity, size)
                    .isEqualByComparingTo(BigDecimal.valueOf(packages));
        }
    }
}
