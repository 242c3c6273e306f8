package io.tenantry.billing.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BillingDayRowsTest {

    private static final LocalDate FIRST = LocalDate.parse("2023-01-01");
    private static final LocalDate LAST = LocalDate.parse("2028-12-31");

    static Stream<BillingDay> everyDay() {
        return IntStream.rangeClosed(1, 31).mapToObj(BillingDay::new);
    }

    @ParameterizedTest
    @CsvSource({
        // the 31st: clamped, and back again
        "31, 2026-01-31, 2026-01-31, 2026-02-28",
        "31, 2026-02-27, 2026-01-31, 2026-02-28",
        "31, 2026-02-28, 2026-02-28, 2026-03-31",
        "31, 2026-03-30, 2026-02-28, 2026-03-31",
        "31, 2026-03-31, 2026-03-31, 2026-04-30",
        "31, 2026-04-30, 2026-04-30, 2026-05-31",
        "31, 2026-12-31, 2026-12-31, 2027-01-31",
        // a leap year
        "31, 2028-02-28, 2028-01-31, 2028-02-29",
        "31, 2028-02-29, 2028-02-29, 2028-03-31",
        "30, 2028-02-29, 2028-02-29, 2028-03-30",
        "30, 2027-02-28, 2027-02-28, 2027-03-30",
        "29, 2027-02-28, 2027-02-28, 2027-03-29",
        "29, 2028-02-29, 2028-02-29, 2028-03-29",
        "28, 2028-02-29, 2028-02-28, 2028-03-28",
        "1, 2026-01-01, 2026-01-01, 2026-02-01",
        "1, 2025-12-31, 2025-12-01, 2026-01-01"
    })
    void aMonthBeginsOnTheDayOrTheLastBeforeIt(int day, LocalDate in, LocalDate start, LocalDate end) {
        assertThat(new BillingDay(day).monthOf(in)).isEqualTo(new Period(start, end));
    }

    @ParameterizedTest
    @CsvSource({
        // from 29 February: on the 28th in other years, and back again
        "29, 2024-02-29, 2024-02-29, 2024-02-29, 2025-02-28",
        "29, 2024-02-29, 2025-02-27, 2024-02-29, 2025-02-28",
        "29, 2024-02-29, 2025-02-28, 2025-02-28, 2026-02-28",
        "29, 2024-02-29, 2028-02-28, 2027-02-28, 2028-02-29",
        "29, 2024-02-29, 2028-02-29, 2028-02-29, 2029-02-28",
        "15, 2026-03-15, 2027-03-14, 2026-03-15, 2027-03-15",
        "15, 2026-03-15, 2027-03-15, 2027-03-15, 2028-03-15",
        // begun on another day than the billing day: the first year is shorter
        "1, 2026-03-15, 2026-03-15, 2026-03-01, 2027-03-01"
    })
    void aYearBeginsInTheMonthOfTheAnchor(int day, LocalDate anchor, LocalDate in, LocalDate start, LocalDate end) {
        assertThat(new BillingDay(day).yearOf(in, anchor)).isEqualTo(new Period(start, end));
    }

    @ParameterizedTest
    @MethodSource("everyDay")
    void everyDayIsInOneMonthAndMonthsFollowEachOther(BillingDay billingDay) {
        for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            Period month = billingDay.monthOf(day);
            assertThat(month.contains(day)).isTrue();
            assertThat(month.days()).isBetween(28L, 31L);
            assertThat(month.start()).isEqualTo(billingDay.in(YearMonth.from(month.start())));
            assertThat(billingDay.monthOf(month.start())).isEqualTo(month);
            assertThat(billingDay.monthOf(month.end().minusDays(1))).isEqualTo(month);
            assertThat(billingDay.monthOf(month.end()).start()).isEqualTo(month.end());
            int last = YearMonth.from(month.start()).lengthOfMonth();
            assertThat(month.start().getDayOfMonth()).isEqualTo(Math.min(billingDay.value(), last));
        }
    }

    @ParameterizedTest
    @MethodSource("everyDay")
    void everyDayIsInOneYearThatIsTwelveMonths(BillingDay billingDay) {
        LocalDate anchor = billingDay.in(YearMonth.parse("2024-02"));
        for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            Period year = billingDay.yearOf(day, anchor);
            assertThat(year.contains(day)).isTrue();
            assertThat(year.days()).isBetween(365L, 366L);
            assertThat(year.start().getMonth()).isEqualTo(anchor.getMonth());
            LocalDate end = year.start();
            for (int month = 0; month < 12; month++) {
                end = billingDay.monthOf(end).end();
            }
            assertThat(end).isEqualTo(year.end());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 32, -1})
    void noOtherDayIsOne(int day) {
        assertThatThrownBy(() -> new BillingDay(day)).isInstanceOf(IllegalArgumentException.class);
    }
}
