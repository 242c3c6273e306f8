package io.tenantry.tenant.invitation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.platform.tenancy.TenantId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvitationTextTest {

    private static final TenantId TENANT = new TenantId(UUID.fromString("01930000-0000-7000-8000-0000000000aa"));
    private static final UUID ID = UUID.fromString("fedcba98-0000-7000-8000-0000000000bb");

    @Test
    void isReadAsItWasWritten() {
        InvitationText text = InvitationText.next(TENANT, ID);

        assertThat(InvitationText.parse(text.text())).contains(text);
        assertThat(text.text()).matches("[A-Za-z0-9_.-]{87}");
    }

    @Test
    void hasAnotherSecretEachTimeAndShowsItNowhereElse() {
        InvitationText one = InvitationText.next(TENANT, ID);
        InvitationText other = InvitationText.next(TENANT, ID);

        assertThat(one.hash()).isNotEqualTo(other.hash());
        assertThat(one.toString()).doesNotContain(one.secret());
        assertThat(one.hash()).doesNotContain(one.secret());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "abc.def", "a+b/"})
    void anythingElseIsNone(String text) {
        assertThat(InvitationText.parse(text)).isEmpty();
        assertThat(InvitationText.parse(InvitationText.next(TENANT, ID).text() + "x"))
                .isEmpty();
    }
}
