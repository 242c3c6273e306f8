package io.tenantry.tenant.attachment.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.secret.SecretKeys;
import io.tenantry.platform.secret.Secrets;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.attachment.internal.FileTokens.Claim;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FileTokensTest {

    private static final Instant UNTIL = Instant.parse("2026-03-01T10:00:00Z");

    private final FileTokens tokens = new FileTokens(new SecretKeys(Secrets.next()));
    private final TenantId tenant = new TenantId(Ids.next());
    private final UUID attachment = Ids.next();
    private final String token = tokens.issue(tenant, attachment, UNTIL);

    @Test
    void aTokenSaysWhatItOpens() {
        assertThat(tokens.read(token)).contains(new Claim(tenant, attachment, UNTIL));
        assertThat(token).matches("[A-Za-z0-9_-]{96}");
    }

    @Test
    void noCharacterOfItCanBeAnother() {
        for (int i = 0; i < token.length(); i++) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(tokens.read(token.substring(0, i) + other + token.substring(i + 1)))
                    .isEmpty();
        }
    }

    @Test
    void anotherPlatformsTokenIsNone() {
        FileTokens others = new FileTokens(new SecretKeys(Secrets.next()));
        assertThat(tokens.read(others.issue(tenant, attachment, UNTIL))).isEmpty();
    }

    @Test
    void whatIsNoTokenIsNone() {
        for (String text : new String[] {"", "x", token + "A", token.substring(1), "=".repeat(96), "é".repeat(96)}) {
            assertThat(tokens.read(text)).isEmpty();
        }
    }
}
