package io.tenantry.platform.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({
        "0,JPY",
        "1250,JPY",
        "-1,JPY",
        "49.00,USD",
        "0.00,USD",
        "-0.01,EUR",
        "1.005,KWD",
        "0.000,BHD",
        "12.3456,CLF",
        "999999999999999999999999.99,USD",
    })
    void keepsAnAmountWithTheDecimalsOfItsCurrency(String amount, String currency) {
        Money money = Money.of(amount, currency);

        assertThat(money.text()).isEqualTo(amount);
        assertThat(money).hasToString(amount + " " + currency);
    }

    @ParameterizedTest
    @CsvSource({
        "1250.0,JPY",
        "49,USD",
        "49.0,USD",
        "49.000,USD",
        "1.00,KWD",
        "1e2,JPY",
        "1.0E1,JPY",
        "+1,JPY",
        "01,JPY",
        "' 1',JPY",
        "'1 ',JPY",
        "'',JPY",
        ".50,USD",
        "5.,JPY",
        "'1,00',USD",
        "--1,JPY",
        "NaN,JPY",
        "٣,JPY",
        "1e999999999,USD",
        "1e-999999999,USD",
        "1000000000000000000000000.00,USD",
        "1.00,usd",
        "1.00,US",
        "1.00,''",
        "1.00,ZZZ",
        "1,XAU",
        "1.00,XXX",
    })
    void rejectsAnythingElse(String amount, String currency) {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of(amount, currency));
    }

    @Test
    void rejectsAPreciseValueOfAnotherScale() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Money(BigDecimal.ONE, Currency.getInstance("USD")));
    }

    @Test
    void isEqualWhenTheNumbersAre() {
        assertThat(Money.of("-0.00", "USD")).isEqualTo(Money.zero(Currency.getInstance("USD")));
        assertThat(Money.of("1.00", "USD")).isNotEqualTo(Money.of("1.00", "EUR"));
    }

    @Test
    void addsSubtractsAndNegates() {
        Money seven = Money.of("7.25", "EUR");
        Money ten = Money.of("10.00", "EUR");

        assertThat(seven.plus(ten)).isEqualTo(Money.of("17.25", "EUR"));
        assertThat(seven.minus(ten)).isEqualTo(Money.of("-2.75", "EUR"));
        assertThat(seven.negated().negated()).isEqualTo(seven);
        assertThat(seven.minus(ten).isNegative()).isTrue();
        assertThat(seven.minus(seven).isZero()).isTrue();
        assertThat(Stream.of(ten, seven).sorted()).isEqualTo(List.of(seven, ten));
    }

    @Test
    void doesNotMixCurrencies() {
        Money euro = Money.of("1.00", "EUR");
        Money dollar = Money.of("1.00", "USD");

        assertThatIllegalArgumentException().isThrownBy(() -> euro.plus(dollar));
        assertThatIllegalArgumentException().isThrownBy(() -> euro.minus(dollar));
        assertThatIllegalArgumentException().isThrownBy(() -> euro.compareTo(dollar));
    }
}
