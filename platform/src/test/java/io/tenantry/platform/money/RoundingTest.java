package io.tenantry.platform.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundingTest {

    @ParameterizedTest
    @CsvSource({
        "0.5,JPY,1",
        "0.4999999999,JPY,0",
        "1.5,JPY,2",
        "2.5,JPY,3",
        "-0.5,JPY,-1",
        "-0.49,JPY,0",
        "0.005,USD,0.01",
        "0.0049999,USD,0.00",
        "0.125,USD,0.13",
        "0.135,USD,0.14",
        "1.225,EUR,1.23",
        "-1.225,EUR,-1.23",
        "-0.004,EUR,0.00",
        "2,EUR,2.00",
        "0.0005,KWD,0.001",
        "0.00049,KWD,0.000",
        "1.2345,KWD,1.235",
        "0.00005,CLF,0.0001",
        "1E+3,USD,1000.00",
    })
    void roundsHalfUpAwayFromZero(BigDecimal precise, String currency, String rounded) {
        assertThat(Rounding.toMoney(precise, Currency.getInstance(currency))).isEqualTo(Money.of(rounded, currency));
    }

    @Test
    void knowsNoDecimalsForMetalsAndTestCodes() {
        Currency gold = Currency.getInstance("XAU");

        assertThat(Rounding.hasDecimals(gold)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> Rounding.toMoney(BigDecimal.ONE, gold));
    }

    @ParameterizedTest
    @CsvSource({
        "0,31,0.000000000",
        "31,31,1.000000000",
        "1,3,0.333333333",
        "2,3,0.666666667",
        "14,29,0.482758621",
        "1,365,0.002739726",
        "45,30,1.500000000",
    })
    void givesAFractionWithNineDecimals(long part, long whole, String fraction) {
        assertThat(Rounding.fraction(part, whole)).isEqualTo(new BigDecimal(fraction));
    }

    @ParameterizedTest
    @CsvSource({"0,1000,0", "0.001,1000,1", "999,1000,1", "1000,1000,1", "1000.5,1000,2", "1001,1000,2", "1,0.3,4"})
    void countsStartedBlocks(BigDecimal quantity, BigDecimal size, BigDecimal blocks) {
        assertThat(Rounding.startedBlocks(quantity, size)).isEqualTo(blocks);
    }

    @ParameterizedTest
    @CsvSource({
        "0,true",
        "999999999999999999999999,true",
        "1000000000000000000000000,false",
        "0.000000000000000000000001,true",
        "0.0000000000000000000000001,false",
        "1E+23,true",
        "1E+24,false",
        "1E+999999999,false",
        "1E-999999999,false",
        "0E+2147483647,false",
        "0E-2147483647,false",
    })
    void measuresDigitsOnBothSidesOfThePoint(BigDecimal value, boolean within) {
        assertThat(PlainDecimal.isWithinDigits(value)).isEqualTo(within);
    }
}
