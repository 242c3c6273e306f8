package io.tenantry.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.cmo.precinto.PrecintoStatus;
import io.tenantry.platform.problem.FieldError;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

    private static final String ID = "01930000-0000-7000-8000-000000000001";

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"*", " * "})
    void anyVersionMatches(String ifMatch) {
        assertThat(Parameters.version(ifMatch)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {"\"1\", 1", "\"0\", 0", "~ \"42\" ~, 42", "\"999999999999999999\", 999999999999999999"})
    void aTagOfOursIsItsVersion(String ifMatch, long version) {
        assertThat(Parameters.version(ifMatch)).isEqualTo(OptionalLong.of(version));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "\"\"",
                "\"-1\"",
                "\"+1\"",
                "\"1",
                "\"a\"",
                "W/\"1\"",
                "\"1\", \"2\"",
                "\"*\"",
                "\"1\u0660\"",
                "\"9999999999999999999\""
            })
    void anyOtherTagMatchesNoVersion(String ifMatch) {
        assertThat(Parameters.version(ifMatch)).isEqualTo(OptionalLong.of(-1));
    }

    @Test
    void anIdInAPathThatIsNoneDoesNotExist() {
        assertThat(Parameters.id(ID)).isEqualTo(UUID.fromString(ID));
        assertThatThrownBy(() -> Parameters.id("1"))
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .extracting(ProblemException::type)
                .isEqualTo(ProblemType.NOT_FOUND);
    }

    @Test
    void anIdInAQueryIsOptional() {
        assertThat(Parameters.idOrNull("precintoId", null)).isNull();
        assertThat(Parameters.idOrNull("precintoId", ID)).isEqualTo(UUID.fromString(ID));
        assertInvalid(() -> Parameters.idOrNull("precintoId", ""), FieldError.of("/precintoId", "validation.type"));
    }

    @Test
    void aNameIsWrittenExactlyAsItIs() {
        assertThat(Parameters.oneOf(PrecintoStatus.class, "status", null)).isNull();
        assertThat(Parameters.oneOf(PrecintoStatus.class, "status", "armed")).isEqualTo(PrecintoStatus.armed);
        for (String text : new String[] {"", "ARMED", " armed", "0"}) {
            assertInvalid(
                    () -> Parameters.oneOf(PrecintoStatus.class, "status", text),
                    FieldError.of("/status", "validation.one-of", "available, armed, tampered, retired"));
        }
    }

    @Test
    void anInstantIsOptional() {
        assertThat(Parameters.instantOrNull("from", null)).isNull();
        assertThat(Parameters.instantOrNull("from", "2026-03-01T10:00:00Z"))
                .isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
        assertInvalid(() -> Parameters.instantOrNull("from", "yesterday"), FieldError.of("/from", "validation.type"));
    }

    private static void assertInvalid(ThrowingCallable call, FieldError error) {
        assertThatThrownBy(call)
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .satisfies(problem -> assertThat(problem.errors()).containsExactly(error));
    }

    @Test
    void severalNamesOfAnEnumMayBeGiven() {
        assertThat(Parameters.someOf(PrecintoStatus.class, "status", null)).isEmpty();
        assertThat(Parameters.someOf(PrecintoStatus.class, "status", "armed,retired,armed"))
                .containsExactlyInAnyOrder(PrecintoStatus.armed, PrecintoStatus.retired);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "armed,", "armed, retired", "ARMED"})
    void whatIsNoListOfNamesIsRefused(String text) {
        assertThatThrownBy(() -> Parameters.someOf(PrecintoStatus.class, "status", text))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void flagsAreTrueOrFalse() {
        assertThat(Parameters.flag("dryRun", null)).isFalse();
        assertThat(Parameters.flag("dryRun", "false")).isFalse();
        assertThat(Parameters.flag("dryRun", "true")).isTrue();
        assertThatThrownBy(() -> Parameters.flag("dryRun", "")).isInstanceOf(ProblemException.class);
    }

    @Test
    void wholeNumbersAreDigits() {
        assertThat(Parameters.wholeOrNull("batteryBelow", null)).isNull();
        assertThat(Parameters.wholeOrNull("batteryBelow", "020")).isEqualTo(20);
        for (String text : new String[] {"", "-1", "+1", "1.5", "1234567890", "\u0661"}) {
            assertThatThrownBy(() -> Parameters.wholeOrNull("batteryBelow", text))
                    .as(text)
                    .isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void searchesHaveOneToAHundredCharacters() {
        assertThat(Parameters.searchOrNull("q", null)).isNull();
        assertThat(Parameters.searchOrNull("q", " a b ")).isEqualTo("a b");
        assertThat(Parameters.searchOrNull("q", "a".repeat(100))).hasSize(100);
        for (String text : new String[] {"", "  ", "a".repeat(101)}) {
            assertThatThrownBy(() -> Parameters.searchOrNull("q", text)).isInstanceOf(ProblemException.class);
        }
    }
}
