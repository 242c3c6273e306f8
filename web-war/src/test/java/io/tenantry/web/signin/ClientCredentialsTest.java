package io.tenantry.web.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client says who it is in the form or by HTTP Basic. */
class ClientCredentialsTest {

    @Test
    void theFormIsDecoded() {
        ClientCredentials client = of("client_id=a%2Bb&client_secret=c+d%3D&other=%C3%A9", null);

        assertThat(client.clientId()).isEqualTo("a+b");
        assertThat(client.secret()).isEqualTo("c d=");
    }

    @Test
    void basicIsDecodedTwice() {
        ClientCredentials client = of("grant_type=client_credentials", basic("a%3Ab:c:d"));

        assertThat(client.clientId()).isEqualTo("a:b");
        assertThat(client.secret()).isEqualTo("c:d");
    }

    @Test
    void theSameIdMayStandInBoth() {
        assertThat(of("client_id=a", basic("a:b")).secret()).isEqualTo("b");
        refused(ProblemType.VALIDATION, () -> of("client_id=x", basic("a:b")));
    }

    @Test
    void twoSecretsAreOneTooMany() {
        refused(ProblemType.VALIDATION, () -> of("client_id=a&client_secret=b", basic("a:b")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "client_id=a", "client_secret=b", "client_id=&client_secret=b", "&&=&=="})
    void whatIsMissingIsTold(String form) {
        refused(ProblemType.VALIDATION, () -> of(form, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_id=a&client_id=a&client_secret=b", "client_id=%zz&client_secret=b", "client_id=%"})
    void aBrokenFormIsRefused(String form) {
        refused(ProblemType.VALIDATION, () -> of(form, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic", "Basic !", "Basic YQ==", "Bearer x", "Digest a=b"})
    void anotherHeaderIsNoIdentity(String header) {
        refused(ProblemType.UNAUTHENTICATED, () -> of("grant_type=client_credentials", header));
    }

    @Test
    void anEndlessFormIsNotReadToItsEnd() {
        byte[] body = "client_id=".concat("a".repeat(100_000)).getBytes(StandardCharsets.UTF_8);

        refused(ProblemType.PAYLOAD_TOO_LARGE, () -> TokenForm.read(new ByteArrayInputStream(body)));
    }

    @Test
    void theSecretIsNotWrittenByAccident() {
        assertThat(of("client_id=a&client_secret=hidden", null).toString()).doesNotContain("hidden");
    }

    private static ClientCredentials of(String form, String authorization) {
        return ClientCredentials.of(TokenForm.parse(form), authorization);
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(ProblemType type, ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(type));
    }
}
