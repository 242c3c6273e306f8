package io.tenantry.tenant.apikey.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.tenancy.TenantId;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTextTest {

    private static final TenantId TENANT = new TenantId(Ids.next());
    private static final UUID KEY = Ids.next();

    @Test
    void theTextNamesTenantAndKey() {
        KeyText made = KeyText.next(TENANT, KEY);

        KeyText read = KeyText.parse(made.secret()).orElseThrow();

        assertThat(read.tenant()).isEqualTo(TENANT);
        assertThat(read.id()).isEqualTo(KEY);
        assertThat(read.secret()).isEqualTo(made.secret());
        assertThat(read.hash()).isEqualTo(made.hash());
    }

    @Test
    void theTextBeginsWithThePartThatIsShown() {
        KeyText made = KeyText.next(TENANT, KEY);

        assertThat(made.secret()).startsWith(made.prefix() + "_").matches("tk_[0-9a-z]{50}_[0-9a-z]{50}");
        assertThat(made.prefix()).isEqualTo(KeyText.prefix(TENANT, KEY));
    }

    @Test
    void theSmallestAndTheLargestIdsKeepTheirLength() {
        for (UUID id : new UUID[] {new UUID(0, 0), new UUID(0, 1), new UUID(-1, -1)}) {
            KeyText read =
                    KeyText.parse(KeyText.next(new TenantId(id), id).secret()).orElseThrow();
            assertThat(read.id()).isEqualTo(id);
            assertThat(read.tenant().value()).isEqualTo(id);
        }
    }

    @Test
    void noSecretComesTwice() {
        Set<String> secrets = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            secrets.add(KeyText.next(TENANT, KEY).secret());
        }
        assertThat(secrets).hasSize(1_000);
    }

    @Test
    void theSecretIsNotWrittenByAccident() {
        KeyText made = KeyText.next(TENANT, KEY);

        assertThat(made.toString()).isEqualTo(made.prefix());
        assertThat(made.secret()).doesNotContain(made.hash());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tk_",
                "tk_a_b",
                "TK_00000000000000000000000000000000000000000000000000_00000000000000000000000000000000000000000000000000",
                "tk_00000000000000000000000000000000000000000000000000",
                "tk_00000000000000000000000000000000000000000000000000_0000000000000000000000000000000000000000000000000é",
                "tk_zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz_00000000000000000000000000000000000000000000000000"
            })
    void anyOtherTextIsNoKey(String text) {
        assertThat(KeyText.parse(text)).isEmpty();
    }
}
