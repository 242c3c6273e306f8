package io.tenantry.tenant.secondfactor.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.secret.SecretKeys;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SealedSecretTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    private final UUID account = UUID.randomUUID();
    private final SealedSecret sealed = with(1);

    @Test
    void whatIsSealedOpensAgain() {
        assertThat(sealed.open(account, sealed.seal(account, SECRET))).isEqualTo(SECRET);
    }

    @Test
    void theSameSecretIsNeverSealedAlike() {
        byte[] one = sealed.seal(account, SECRET);

        assertThat(sealed.seal(account, SECRET)).isNotEqualTo(one);
        assertThat(new String(one, StandardCharsets.ISO_8859_1)).doesNotContain("1234567890");
    }

    @Test
    void itOpensForItsAccountWithItsKeyAndUnchangedOnly() {
        byte[] text = sealed.seal(account, SECRET);

        assertThatThrownBy(() -> sealed.open(UUID.randomUUID(), text)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> with(2).open(account, text)).isInstanceOf(IllegalStateException.class);
        text[text.length - 1] ^= 1;
        assertThatThrownBy(() -> sealed.open(account, text)).isInstanceOf(IllegalStateException.class);
    }

    private static SealedSecret with(int platformSecret) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) platformSecret;
        return new SealedSecret(new SecretKeys(Base64.getEncoder().encodeToString(bytes)));
    }
}
