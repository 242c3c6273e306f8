package io.tenantry.tenant.activity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is named like a secret does not get into the log. */
class WithheldTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "passwordHash",
                "secret",
                "clientSecret",
                "token",
                "refreshToken",
                "HASH",
                "api_token"
            })
    void aValueNamedLikeASecretIsWithheld(String name) {
        assertThat(kept(Map.of(name, "s3cret", "name", "kept")))
                .doesNotContain("s3cret")
                .contains("\"" + name + "\":\"***\"", "kept");
    }

    @Test
    void soIsOneInsideOfOthers() {
        String kept =
                kept(Map.of("settings", Map.of("list", List.of(Map.of("token", "s3cret", "name", "kept"), "text"))));
        assertThat(kept).doesNotContain("s3cret").contains("\"token\":\"***\"", "\"name\":\"kept\"", "\"text\"");
    }

    @Test
    void allElseStaysAsItIs() {
        assertThat(kept(Map.of("amount", 5, "open", true))).contains("\"amount\":5", "\"open\":true");
    }

    private static String kept(Map<String, Object> values) {
        return Withheld.from(Json.createObjectBuilder(values).build()).toString();
    }
}
