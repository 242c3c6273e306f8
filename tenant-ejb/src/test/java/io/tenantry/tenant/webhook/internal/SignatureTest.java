package io.tenantry.tenant.webhook.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.tenantry.platform.secret.Secrets;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Signatures are those of the Standard Webhooks specification. */
class SignatureTest {

    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] SECRET = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    /** The values that the specification's own libraries are tested with. */
    @Test
    void isThePublishedOne() {
        assertThat(Signature.of(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek", Instant.ofEpochSecond(1614265330), BODY, List.of(SECRET)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void thePublishedLibraryTakesIt() throws Exception {
        byte[] secret = Secrets.nextBytes();
        Instant now = Instant.now();
        String signature = Signature.of("id", now, BODY, List.of(secret));

        Webhook receiver = new Webhook("whsec_" + Base64.getEncoder().encodeToString(secret));

        assertThatCode(() -> receiver.verify(text(BODY), headers(now, signature)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> receiver.verify("{\"test\": 2}", headers(now, signature)))
                .isInstanceOf(WebhookVerificationException.class);
        assertThatThrownBy(() -> receiver.verify(text(BODY), headers(now.plusSeconds(1), signature)))
                .isInstanceOf(WebhookVerificationException.class);
    }

    @Test
    void whileASecretIsRotatedBothOpen() throws Exception {
        byte[] before = Secrets.nextBytes();
        byte[] after = Secrets.nextBytes();
        Instant now = Instant.now();
        String signature = Signature.of("id", now, BODY, List.of(after, before));

        for (byte[] secret : List.of(before, after)) {
            Webhook receiver = new Webhook(Base64.getEncoder().encodeToString(secret));
            assertThatCode(() -> receiver.verify(text(BODY), headers(now, signature)))
                    .doesNotThrowAnyException();
        }
        Webhook stranger = new Webhook(Base64.getEncoder().encodeToString(Secrets.nextBytes()));
        assertThatThrownBy(() -> stranger.verify(text(BODY), headers(now, signature)))
                .isInstanceOf(WebhookVerificationException.class);
    }

    private static HttpHeaders headers(Instant at, String signature) {
        return HttpHeaders.of(
                Map.of(
                        "webhook-id", List.of("id"),
                        "webhook-timestamp", List.of(String.valueOf(at.getEpochSecond())),
                        "webhook-signature", List.of(signature)),
                (name, value) -> true);
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}
