package io.tenantry.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretKeysTest {

    private static final String SECRET = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

    @Test
    void derivesTheSameKeyForAPurposeAndAnotherForEachOther() {
        SecretKeys keys = new SecretKeys(SECRET);

        assertThat(keys.derive("seal", "HmacSHA256")).isEqualTo(new SecretKeys(SECRET).derive("seal", "HmacSHA256"));
        assertThat(keys.derive("seal", "HmacSHA256")).isNotEqualTo(keys.derive("totp", "HmacSHA256"));
        assertThat(keys.derive("seal", "HmacSHA256"))
                .isNotEqualTo(new SecretKeys(Secrets.next()).derive("seal", "HmacSHA256"));
    }

    /** HMAC-SHA-256 over "seal" and 0x01, by OpenSSL. */
    @Test
    void expandsAsRfc5869Says() {
        byte[] key = new SecretKeys(SECRET).derive("seal", "AES").getEncoded();

        assertThat(HexFormat.of().formatHex(key))
                .isEqualTo("8c78f9cf91c31b4d28f758b815a84e18ec2e8bde0a17daae62390fe011c51a7d");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHg", "not base64, whatever its length may be, 32"})
    void refusesASecretThatIsTooShortOrNoBase64WithoutRepeatingIt(String secret) {
        assertThatIllegalStateException()
                .isThrownBy(() -> new SecretKeys(secret))
                .withMessage("tenantry.secret-key is not the base64 of 32 random bytes or more");
    }
}
