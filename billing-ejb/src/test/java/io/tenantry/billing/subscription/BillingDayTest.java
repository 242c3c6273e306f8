package io.tenantry.billing.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BillingDayTest {

    @ParameterizedTest
    @CsvSource({
        "1, 2026-01-01, 2026-01-01, 2026-02-01",
        "1, 2026-01-31, 2026-01-01, 2026-02-01",
        "15, 2026-01-14, 2025-12-15, 2026-01-15",
        "15, 2026-01-15, 2026-01-15, 2026-02-15",
        "28, 2026-02-28, 2026-02-28, 2026-03-28",
        "29, 2026-02-28, 2026-02-28, 2026-03-29",
        "29, 2028-02-28, 2028-01-29, 2028-02-29",
        "29, 2028-02-29, 2028-02-29, 2028-03-29",
        "30, 2026-02-27, 2026-01-30, 2026-02-28",
        "30, 2026-02-28, 2026-02-28, 2026-03-30",
        "30, 2028-03-29, 2028-02-29, 2028-03-30",
        "31, 2026-01-31, 2026-01-31, 2026-02-28",
        "31, 2026-02-28, 2026-02-28, 2026-03-31",
        "31, 2026-03-30, 2026-02-28, 2026-03-31",
        "31, 2026-03-31, 2026-03-31, 2026-04-30",
        "31, 2026-04-30, 2026-04-30, 2026-05-31",
        "31, 2028-02-29, 2028-02-29, 2028-03-31",
        "31, 2026-12-31, 2026-12-31, 2027-01-31",
    })
    void monthsBeginOnIt(int day, LocalDate within, LocalDate start, LocalDate end) {
        assertThat(new BillingDay(day).monthOf(within)).isEqualTo(new Period(start, end));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2026-05-01, 2026-05-01, 2026-05-01, 2027-05-01",
        "1, 2026-05-01, 2027-04-30, 2026-05-01, 2027-05-01",
        "1, 2026-05-01, 2027-05-01, 2027-05-01, 2028-05-01",
        "29, 2024-02-29, 2024-02-29, 2024-02-29, 2025-02-28",
        "29, 2024-02-29, 2025-02-27, 2024-02-29, 2025-02-28",
        "29, 2024-02-29, 2025-02-28, 2025-02-28, 2026-02-28",
        "29, 2024-02-29, 2028-02-28, 2027-02-28, 2028-02-29",
        "31, 2026-08-31, 2027-08-30, 2026-08-31, 2027-08-31",
    })
    void yearsBeginOnItInTheMonthOfTheAnchor(
            int day, LocalDate anchor, LocalDate within, LocalDate start, LocalDate end) {
        assertThat(new BillingDay(day).yearOf(within, anchor)).isEqualTo(new Period(start, end));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 32})
    void noOtherDayIsOne(int day) {
        assertThatThrownBy(() -> new BillingDay(day)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void everyDayIsInExactlyOneMonth(
            @ForAll @IntRange(min = 1, max = 31) int day, @ForAll @IntRange(max = 40_000) int since) {
        LocalDate any = LocalDate.of(1990, 1, 1).plusDays(since);
        BillingDay billingDay = new BillingDay(day);
        Period month = billingDay.monthOf(any);

        assertThat(month.contains(any)).isTrue();
        assertThat(month.days()).isBetween(28L, 31L);
        assertThat(billingDay.monthOf(month.end()).start()).isEqualTo(month.end());
        assertThat(billingDay.monthOf(month.start().minusDays(1)).end()).isEqualTo(month.start());
        assertThat(month.start().getDayOfMonth())
                .isEqualTo(Math.min(day, month.start().lengthOfMonth()));
    }

    @Property
    void everyDayIsInExactlyOneYear(
            @ForAll @IntRange(min = 1, max = 31) int day,
            @ForAll @IntRange(max = 4_000) int anchored,
            @ForAll @IntRange(max = 40_000) int since) {
        LocalDate anchor = LocalDate.of(2020, 1, 1).plusDays(anchored);
        LocalDate any = LocalDate.of(1990, 1, 1).plusDays(since);
        BillingDay billingDay = new BillingDay(day);
        Period year = billingDay.yearOf(any, anchor);

        assertThat(year.contains(any)).isTrue();
        assertThat(year.days()).isBetween(365L, 366L);
        assertThat(billingDay.yearOf(year.end(), anchor).start()).isEqualTo(year.end());
        assertThat(billingDay.monthOf(year.start()).start()).isEqualTo(year.start());
    }
}
