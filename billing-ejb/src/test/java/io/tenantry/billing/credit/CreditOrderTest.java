package io.tenantry.billing.credit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.platform.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CreditOrderTest {

    private static final Currency USD = Currency.getInstance("USD");
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");
    private static final Instant EARLY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATE = Instant.parse("2026-02-01T00:00:00Z");

    private final CreditLeft forever = left(1, null, EARLY, "10.00");
    private final CreditLeft later = left(2, "2026-06-01", EARLY, "5.00");
    private final CreditLeft soonAndYoung = left(3, "2026-04-01", LATE, "3.00");
    private final CreditLeft soonAndOld = left(4, "2026-04-01", EARLY, "2.00");
    private final List<CreditLeft> all = List.of(forever, later, soonAndYoung, soonAndOld);

    @Test
    void whatExpiresSoonestIsUsedFirstAndTheOlderOfTwo() {
        assertThat(CreditOrder.of(all)).containsExactly(soonAndOld, soonAndYoung, later, forever);
    }

    @Test
    void onTheDayItExpiresItIsWorthNothing() {
        LocalDate last = LocalDate.parse("2026-03-31");

        assertThat(CreditOrder.balance(all, USD, last)).isEqualTo(usd("20.00"));
        assertThat(CreditOrder.balance(all, USD, last.plusDays(1))).isEqualTo(usd("15.00"));
    }

    @Test
    void anotherCurrencyIsNotInTheBalance() {
        CreditLeft yen = new CreditLeft(new UUID(0, 5), null, EARLY, Money.of("900", "JPY"));

        assertThat(CreditOrder.balance(List.of(yen, forever), USD, DAY)).isEqualTo(usd("10.00"));
        assertThat(CreditOrder.balance(List.of(yen, forever), Currency.getInstance("JPY"), DAY))
                .isEqualTo(Money.of("900", "JPY"));
    }

    private static CreditLeft left(int id, String expiresOn, Instant createdAt, String remaining) {
        LocalDate end = expiresOn == null ? null : LocalDate.parse(expiresOn);
        return new CreditLeft(new UUID(0, id), end, createdAt, usd(remaining));
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }
}
