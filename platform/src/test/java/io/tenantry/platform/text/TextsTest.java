package io.tenantry.platform.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.MissingResourceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            delimiter = '|',
            value = {
                "null | en",
                "'' | en",
                "'  ' | en",
                "en | en",
                "es | es",
                "ES | es",
                "en-GB | en",
                "es-MX | es",
                "es-419, en;q=0.5 | es",
                "en;q=0.2, es;q=0.8 | es",
                "es;q=0.2, en;q=0.8 | en",
                "fr | en",
                "fr, es;q=0.1 | es",
                "* | en",
                "fr, * | en",
                ";;; | en",
                "es;q=high | en",
                "es;q=2 | en",
                "\u0000 | en",
            })
    void negotiatesTheBestLanguageThereIs(String header, String language) {
        assertThat(Texts.negotiate(header)).isEqualTo(new Locale(language));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"en | must be between 1 and 200", "es | debe estar entre 1 y 200"})
    void fillsInTheArguments(String language, String words) {
        assertThat(Texts.resolve(Text.of("validation.range", 1, 200), new Locale(language)))
                .isEqualTo(words);
    }

    @Test
    void argumentsAreNeverPatterns() {
        assertThat(Texts.resolve(Text.of("validation.one-of", "{0} ' {"), Locale.ENGLISH))
                .isEqualTo("must be one of {0} ' {");
    }

    @Test
    void anUnknownKeyFails() {
        assertThatThrownBy(() -> Texts.resolve(Text.of("validation.nothing"), Locale.ENGLISH))
                .isInstanceOf(MissingResourceException.class);
    }
}
