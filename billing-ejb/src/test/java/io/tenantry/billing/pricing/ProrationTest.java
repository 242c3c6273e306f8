package io.tenantry.billing.pricing;

import static io.tenantry.billing.pricing.InvalidPricingTest.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.platform.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProrationTest {

    @ParameterizedTest
    @CsvSource({
        // price, period, billed days, fraction, amount
        // whole, none, first, last
        "49.00 USD, 2026-10-01, 2026-11-01, 2026-10-01, 2026-11-01, 31/31, 1.000000000, 49.00 USD",
        "49.00 USD, 2026-10-01, 2026-11-01, 2026-10-15, 2026-10-15, 0/31,  0.000000000, 0.00 USD",
        "49.00 USD, 2026-10-01, 2026-11-01, 2026-11-01, 2026-11-01, 0/31,  0.000000000, 0.00 USD",
        "49.00 USD, 2026-10-01, 2026-11-01, 2026-10-01, 2026-10-02, 1/31,  0.032258065, 1.58 USD",
        "49.00 USD, 2026-10-01, 2026-11-01, 2026-10-31, 2026-11-01, 1/31,  0.032258065, 1.58 USD",
        "49.00 USD, 2026-10-01, 2026-11-01, 2026-10-16, 2026-11-01, 16/31, 0.516129032, 25.29 USD",
        "49.00 USD, 2026-10-01, 2026-10-02, 2026-10-01, 2026-10-02, 1/1,   1.000000000, 49.00 USD",
        // lengths of months, leap years, century rules
        "29.00 USD, 2026-02-01, 2026-03-01, 2026-02-15, 2026-03-01, 14/28, 0.500000000, 14.50 USD",
        "29.00 USD, 2012-02-01, 2012-03-01, 2012-02-16, 2012-03-01, 14/29, 0.482758621, 14.00 USD",
        "29.00 USD, 2028-02-01, 2028-03-01, 2028-02-29, 2028-03-01, 1/29,  0.034482759, 1.00 USD",
        "30.00 USD, 2026-04-01, 2026-05-01, 2026-04-11, 2026-04-21, 10/30, 0.333333333, 10.00 USD",
        "365.00 EUR, 2026-01-01, 2027-01-01, 2026-03-01, 2026-03-02, 1/365, 0.002739726, 1.00 EUR",
        "366.00 EUR, 2028-01-01, 2029-01-01, 2028-02-29, 2028-03-01, 1/366, 0.002732240, 1.00 EUR",
        "100.00 EUR, 2026-01-01, 2027-01-01, 2026-07-02, 2027-01-01, 183/365, 0.501369863, 50.14 EUR",
        "100.00 EUR, 2028-01-01, 2029-01-01, 2028-07-02, 2029-01-01, 183/366, 0.500000000, 50.00 EUR",
        "100.00 EUR, 2100-02-01, 2100-03-01, 2100-02-15, 2100-03-01, 14/28, 0.500000000, 50.00 EUR",
        "100.00 EUR, 2000-02-01, 2000-03-01, 2000-02-15, 2000-03-01, 15/29, 0.517241379, 51.72 EUR",
        "100.00 EUR, 2028-02-29, 2029-02-28, 2028-02-29, 2028-08-29, 182/365, 0.498630137, 49.86 EUR",
        // anchors at the end of a month
        "31.00 USD, 2026-01-31, 2026-02-28, 2026-01-31, 2026-02-14, 14/28, 0.500000000, 15.50 USD",
        "31.00 USD, 2026-02-28, 2026-03-31, 2026-03-01, 2026-03-31, 30/31, 0.967741935, 30.00 USD",
        "31.00 USD, 2028-01-31, 2028-02-29, 2028-02-01, 2028-02-29, 28/29, 0.965517241, 29.93 USD",
        "31.00 USD, 2026-12-31, 2027-01-31, 2026-12-31, 2027-01-01, 1/31,  0.032258065, 1.00 USD",
        // a quarter, not the shortened period, is the divisor
        "91.00 EUR, 2026-04-01, 2026-07-01, 2026-05-20, 2026-07-01, 42/91, 0.461538462, 42.00 EUR",
        // decimals of the currency
        "1000 JPY, 2026-10-01, 2026-11-01, 2026-10-01, 2026-10-11, 10/31, 0.322580645, 323 JPY",
        "1 JPY,    2026-02-01, 2026-03-01, 2026-02-01, 2026-02-15, 14/28, 0.500000000, 1 JPY",
        "1 JPY,    2026-02-01, 2026-03-01, 2026-02-01, 2026-02-14, 13/28, 0.464285714, 0 JPY",
        "10.000 KWD, 2026-10-01, 2026-11-01, 2026-10-01, 2026-10-11, 10/31, 0.322580645, 3.226 KWD",
        "0.01 USD, 2026-02-01, 2026-03-01, 2026-02-15, 2026-03-01, 14/28, 0.500000000, 0.01 USD",
        // credits mirror charges
        "-0.01 USD,  2026-02-01, 2026-03-01, 2026-02-15, 2026-03-01, 14/28, 0.500000000, -0.01 USD",
        "-49.00 USD, 2026-10-01, 2026-11-01, 2026-10-16, 2026-11-01, 16/31, 0.516129032, -25.29 USD",
        "0.00 USD,   2026-10-01, 2026-11-01, 2026-10-16, 2026-11-01, 16/31, 0.516129032, 0.00 USD",
        // the amount follows from the fraction shown: 30.15 * 0.033333333 = 1.00499999
        "30.15 USD, 2026-04-01, 2026-05-01, 2026-04-01, 2026-04-02, 1/30, 0.033333333, 1.00 USD",
        // daylight saving begins or ends
        "31.00 EUR, 2026-03-01, 2026-04-01, 2026-03-29, 2026-03-30, 1/31, 0.032258065, 1.00 EUR",
        "31.00 EUR, 2026-10-01, 2026-11-01, 2026-10-25, 2026-10-26, 1/31, 0.032258065, 1.00 EUR",
    })
    void billsTheDaysOfThePeriod(
            String price,
            LocalDate start,
            LocalDate end,
            LocalDate from,
            LocalDate to,
            String days,
            BigDecimal fraction,
            String amount) {
        Prorated prorated = Proration.of(money(price), start, end, from, to);

        assertThat(prorated.billedDays() + "/" + prorated.periodDays()).isEqualTo(days);
        assertThat(prorated.fraction()).isEqualTo(fraction);
        assertThat(prorated.amount()).isEqualTo(money(amount));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Madrid", "America/New_York", "Pacific/Apia", "Africa/Casablanca"})
    void isTheSameInEveryTimeZone(String zone) {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        try {
            // Apia left out 2011-12-30 and Madrid an hour of 2011-03-27; the calendar did not
            assertThat(days("2011-12-01", "2012-01-01", "2011-12-29", "2012-01-01"))
                    .isEqualTo(3);
            assertThat(days("2011-03-01", "2011-04-01", "2011-03-27", "2011-03-28"))
                    .isEqualTo(1);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void countsEveryDayOnceHoweverThePeriodIsCut() {
        Random random = new Random(20260106);
        for (int round = 0; round < 1_000; round++) {
            LocalDate start = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(2_000));
            LocalDate end = start.plusDays(1 + random.nextInt(366));
            LocalDate cut = start.plusDays(random.nextInt((int) (end.toEpochDay() - start.toEpochDay()) + 1));
            Money price = money("%d JPY".formatted(random.nextInt(1_000_000)));
            Prorated first = Proration.of(price, start, end, start, cut);
            Prorated second = Proration.of(price, start, end, cut, end);

            assertThat(first.billedDays() + second.billedDays()).isEqualTo(first.periodDays());
            assertThat(first.amount()
                            .plus(second.amount())
                            .minus(price)
                            .amount()
                            .abs())
                    .as("%s cut at %s into %s and %s", price, cut, first, second)
                    .isLessThanOrEqualTo(BigDecimal.ONE);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-01, 2026-10-01, 2026-10-01, 2026-10-01, /periodEnd,   period-order",
        "2026-11-01, 2026-10-01, 2026-10-05, 2026-10-06, /periodEnd,   period-order",
        "2026-10-01, 2026-11-01, 2026-09-30, 2026-10-06, /from,        outside-period",
        "2026-10-01, 2026-11-01, 2026-11-02, 2026-11-03, /from,        outside-period",
        "2026-10-01, 2026-11-01, 2026-10-05, 2026-11-02, /to,          outside-period",
        "2026-10-01, 2026-11-01, 2026-10-05, 2026-09-30, /to,          outside-period",
        "2026-10-01, 2026-11-01, 2026-10-05, 2026-10-04, /to,          range-order",
        ",           2026-11-01, 2026-10-05, 2026-10-06, /periodStart, required",
        "2026-10-01, ,           2026-10-05, 2026-10-06, /periodEnd,   required",
        "2026-10-01, 2026-11-01, ,           2026-10-06, /from,        required",
        "2026-10-01, 2026-11-01, 2026-10-05, ,           /to,          required",
    })
    void namesABadDay(LocalDate start, LocalDate end, LocalDate from, LocalDate to, String pointer, String rule) {
        assertRejected(() -> Proration.of(money("1.00 USD"), start, end, from, to), pointer, rule);
    }

    @Test
    void namesAnAbsentAmount() {
        LocalDate day = LocalDate.of(2026, 10, 1);

        assertRejected(() -> Proration.of(null, day, day.plusDays(1), day, day), "/amount", "required");
    }

    @Test
    void holdsForTheLongestPeriod() {
        Prorated prorated = Proration.of(money("1.00 USD"), LocalDate.MIN, LocalDate.MAX, LocalDate.MIN, LocalDate.MAX);

        assertThat(prorated.amount()).isEqualTo(money("1.00 USD"));
    }

    private static long days(String start, String end, String from, String to) {
        return Proration.of(
                        money("1.00 USD"),
                        LocalDate.parse(start),
                        LocalDate.parse(end),
                        LocalDate.parse(from),
                        LocalDate.parse(to))
                .billedDays();
    }

    private static Money money(String text) {
        String[] parts = text.split(" ");
        return Money.of(parts[0], parts[1]);
    }
}
