package io.tenantry.tenant.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.problem.FieldError;
import io.tenantry.platform.problem.ProblemException;
import java.time.Duration;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {

    private static final String LONGEST = "a".repeat(63);

    @ParameterizedTest
    @ValueSource(strings = {"ab", "a1", "12", "a-b", "north-customs", "a-b-c-1", "xn-a", "api2", "my-api"})
    void takesALabelOfAHostName(String value) {
        assertThat(new Slug(value).value()).isEqualTo(value);
    }

    @Test
    void takesUpToTheLengthOfALabel() {
        assertThat(new Slug(LONGEST).value()).hasSize(63);
        assertRefused(LONGEST + "a", "validation.pattern");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "", "a", "-", "--", "-a", "a-", "a--b", "xn--a", "A1", "Acme", "a_b", "a.b", "a b", " ab", "ab ",
                "ab\n", "ñu", "а1", "１２", "ab\0", "a/b", "a'b"
            })
    void refusesAnyOtherForm(String value) {
        assertRefused(value, "validation.pattern");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"admin", "api", "app", "assets", "auth", "localhost", "login", "platform", "tenantry", "www"})
    void refusesWhatThePlatformKeeps(String value) {
        assertRefused(value, "tenant.slug-reserved");
    }

    @Test
    void refusesAHostileTextAtOnce() {
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertRefused("a".repeat(62) + "!", "validation.pattern"));
    }

    private static void assertRefused(String value, String key) {
        assertThatThrownBy(() -> new Slug(value))
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .satisfies(problem -> assertThat(problem.errors()).containsExactly(FieldError.of("/slug", key)));
    }
}
