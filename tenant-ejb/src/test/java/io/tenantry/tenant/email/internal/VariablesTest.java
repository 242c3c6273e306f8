package io.tenantry.tenant.email.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.tenant.email.EmailKey;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VariablesTest {

    private static final Map<String, String> GIVEN =
            Map.of("name", "Ana \"A\"", "link", "https://x.example", "minutes", "30");

    @Test
    void areReadAsTheyWereWritten() {
        assertThat(Variables.parse(Variables.json(EmailKey.PASSWORD_RESET, GIVEN)))
                .isEqualTo(GIVEN);
    }

    @Test
    void areThoseOfTheKey() {
        Map<String, String> more = new HashMap<>(GIVEN);
        more.put("role", "x");
        Map<String, String> fewer = new HashMap<>(GIVEN);
        fewer.remove("link");

        assertThatThrownBy(() -> Variables.json(EmailKey.PASSWORD_RESET, more))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Variables.json(EmailKey.PASSWORD_RESET, fewer))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nBcc: b@c.example", "a\nb", "a\u0000", "a\u0085b"})
    void holdNoControlCharacters(String value) {
        Map<String, String> values = new HashMap<>(GIVEN);
        values.put("name", value);

        assertThatThrownBy(() -> Variables.json(EmailKey.PASSWORD_RESET, values))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
