package io.tenantry.tenant.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may stand in a header. */
class OneLineTest {

    @ParameterizedTest
    @ValueSource(strings = {"Acme", "Ñandú & Söhne", "a b", "{{inviter}} → {{organization}}"})
    void takesText(String text) {
        assertThat(Pattern.matches(EmailSettingsValues.ONE_LINE, text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A\r\nBcc: b", "A\nb", "A\r", "A\u0007", "\u0007", "A\u0085X", "A\u2028X", " ", ""})
    void refusesWhatEndsALineAndWhatNobodySees(String text) {
        assertThat(Pattern.matches(EmailSettingsValues.ONE_LINE, text)).isFalse();
    }
}
