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
        assertThat(CreditOrder.uses(all, usd("12.00"), DAY))
                .containsExactly(
                        use(soonAndOld, "2.00"), use(soonAndYoung, "3.00"), use(later, "5.00"), use(forever, "2.00"));
    }

    @Test
    void noMoreIsUsedThanIsNeeded() {
        assertThat(CreditOrder.uses(all, usd("2.01"), DAY))
                .containsExactly(use(soonAndOld, "2.00"), use(soonAndYoung, "0.01"));
        assertThat(CreditOrder.uses(all, usd("2.00"), DAY)).containsExactly(use(soonAndOld, "2.00"));
        assertThat(CreditOrder.uses(all, usd("0.00"), DAY)).isEmpty();
    }

    @Test
    void noMoreIsUsedThanThereIs() {
        assertThat(CreditOrder.uses(all, usd("1000.00"), DAY))
                .extracting(CreditUse::amount)
                .containsExactly(usd("2.00"), usd("3.00"), usd("5.00"), usd("10.00"));
    }

    @Test
    void onTheDayItExpiresItIsWorthNothing() {
        LocalDate last = LocalDate.parse("2026-03-31");

        assertThat(CreditOrder.balance(all, usd("0.00").currency(), last)).isEqualTo(usd("20.00"));
        assertThat(CreditOrder.balance(all, usd("0.00").currency(), last.plusDays(1)))
                .isEqualTo(usd("15.00"));
        assertThat(CreditOrder.uses(all, usd("1.00"), last.plusDays(1))).containsExactly(use(later, "1.00"));
    }

    @Test
    void anotherCurrencyAndWhatIsUsedUpGiveNothing() {
        CreditLeft yen = new CreditLeft(new UUID(0, 5), null, EARLY, Money.of("900", "JPY"));
        CreditLeft empty = left(6, "2026-03-02", EARLY, "0.00");

        assertThat(CreditOrder.uses(List.of(yen, empty, forever), usd("1.00"), DAY))
                .containsExactly(use(forever, "1.00"));
        assertThat(CreditOrder.balance(List.of(yen, forever), Currency.getInstance("JPY"), DAY))
                .isEqualTo(Money.of("900", "JPY"));
    }

    private static CreditLeft left(int id, String expiresOn, Instant createdAt, String remaining) {
        LocalDate end = expiresOn == null ? null : LocalDate.parse(expiresOn);
        return new CreditLeft(new UUID(0, id), end, createdAt, usd(remaining));
    }

    private static CreditUse use(CreditLeft grant, String amount) {
        return new CreditUse(grant.grant(), usd(amount));
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }
}
