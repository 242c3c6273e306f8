package io.tenantry.tenant.customfield.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.problem.ProblemException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTypeTest {

    private static final List<String> COLOURS = List.of("red", "green");

    @ParameterizedTest
    @CsvSource({
        "TEXT, ' a b ', ' a b '",
        "TEXT, 1.0, 1.0",
        "NUMBER, 1.50, 1.5",
        "NUMBER, -0.0, 0",
        "NUMBER, 1e3, 1000",
        "NUMBER, 1E-10, 0.0000000001",
        "NUMBER, 99999999999999999999.9999999999, 99999999999999999999.9999999999",
        "BOOLEAN, true, true",
        "DATE, 2024-02-29, 2024-02-29",
        "SELECT, green, green"
    })
    void aTextIsReadAndWrittenInOneForm(FieldType type, String text, String written) {
        Object value = type.parse(text, COLOURS).orElseThrow();

        assertThat(FieldType.written(value)).isEqualTo(written);
        assertThat(type.parse(written, COLOURS)).contains(value);
        assertThat(type.ofCursor(written)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT, ''",
        "NUMBER, ''",
        "NUMBER, abc",
        "NUMBER, ' 1'",
        "NUMBER, NaN",
        "NUMBER, 0x10",
        "NUMBER, 100000000000000000000",
        "NUMBER, 0.00000000001",
        "NUMBER, 1e999999999",
        "NUMBER, 1e-999999999",
        "NUMBER, 1e99999999999",
        "BOOLEAN, TRUE",
        "BOOLEAN, 1",
        "DATE, 2026-02-29",
        "DATE, 1899-12-31",
        "DATE, 3000-01-01",
        "DATE, 2026-1-1",
        "DATE, 2026-01-01T00:00:00Z",
        "SELECT, blue",
        "SELECT, ''"
    })
    void whatIsNoneIsNone(FieldType type, String text) {
        assertThat(type.parse(text, COLOURS)).isEmpty();
    }

    @Test
    void endlessDigitsAreNotEvenLookedAt() {
        assertThat(FieldType.NUMBER.parse("9".repeat(1_000_000), List.of())).isEmpty();
    }

    @Test
    void theLengthOfATextIsCountedInCharacters() {
        assertThat(FieldType.TEXT.parse("\uD83D\uDE00".repeat(500), List.of())).isPresent();
        assertThat(FieldType.TEXT.parse("x".repeat(501), List.of())).isEmpty();
        assertThat(FieldType.TEXT.parse("a\0b", List.of())).isEmpty();
    }

    /** The database makes the same text of a number, in a column of its own. */
    @Test
    void theKeysOfNumbersAreInTheOrderOfTheNumbers() {
        List<String> numbers = List.of(
                "-99999999999999999999.9999999999",
                "-10",
                "-9.5",
                "-9",
                "-0.0000000001",
                "0",
                "0.5",
                "9",
                "10",
                "99999999999999999999.9999999999");

        List<String> keys = numbers.stream()
                .map(text -> (String)
                        FieldType.key(FieldType.NUMBER.parse(text, List.of()).orElseThrow()))
                .toList();

        assertThat(keys).isSorted().doesNotHaveDuplicates().allMatch(key -> key.length() == 32);
        assertThat(FieldType.key("text")).isEqualTo("text");
    }

    @Test
    void jsonHasTheTypeOfTheField() {
        assertThat(FieldType.NUMBER.read(7, List.of())).contains(new BigDecimal("7"));
        assertThat(FieldType.NUMBER.read(new BigInteger("12345678901234567890"), List.of()))
                .contains(new BigDecimal("12345678901234567890"));
        assertThat(FieldType.NUMBER.read("7", List.of())).isEmpty();
        assertThat(FieldType.TEXT.read(7, List.of())).isEmpty();
        assertThat(FieldType.BOOLEAN.read(true, List.of())).contains(true);
        assertThat(FieldType.BOOLEAN.read("true", List.of())).isEmpty();
        assertThat(FieldType.DATE.read(List.of("2026-01-01"), List.of())).isEmpty();
        assertThat(FieldType.SELECT.read("red", COLOURS)).contains("red");
    }

    @ParameterizedTest
    @EnumSource(FieldType.class)
    void aTypeIsFoundByItsCode(FieldType type) {
        assertThat(FieldType.of(type.code())).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "TEXT", "json"})
    void anotherCodeIsToldTheKnownOnes(String code) {
        assertThatThrownBy(() -> FieldType.of(code))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.errors().get(0).detail().arguments())
                                .containsExactly("text, number, boolean, date, select"));
    }

    @Test
    void theTypesThatHaveRanges() {
        assertThat(FieldType.values())
                .filteredOn(FieldType::hasRanges)
                .containsExactly(FieldType.NUMBER, FieldType.DATE);
    }

    @Test
    void aDayIsShownAsText() {
        assertThat(FieldType.DATE.parse("2026-01-01", List.of()).map(FieldType::shown))
                .contains("2026-01-01");
    }
}
