package io.tenantry.it;

import static io.tenantry.it.product.Domain.PRECINTOS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.it.product.Proxy;
import io.tenantry.it.product.Session;
import io.tenantry.it.product.Tenants;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a proxy says of a request is believed of the configured ones only. */
class ForwardedRequestIT extends BlackBox {

    private static final int GUESSES = 12;

    private static String token;

    @BeforeAll
    static void signsIn() {
        token = Session.login("multi@tenantry.test", Tenants.PASSWORD, "acme").accessToken();
    }

    @Test
    void theHostAConfiguredProxyWasAskedForCounts() {
        assertThat(get(Proxy.trusted(), "acme.localhost")).isEqualTo(200);
        assertThat(get(Proxy.trusted(), "globex.localhost:8443")).isEqualTo(403);
        assertThat(get(Proxy.trusted(), "evil.example")).isEqualTo(404);
        assertThat(get(Proxy.trusted(), "globex.localhost, acme.localhost")).isEqualTo(200);
    }

    // attack case 1
    @Test
    void nobodyElseForwards() {
        assertThat(get(Proxy.stranger(), "globex.localhost")).isEqualTo(200);
        assertThat(get(Proxy.stranger(), "evil.example")).isEqualTo(200);
    }

    @Test
    void guessingIsCountedForTheClientBehindTheProxy() {
        String guessed = "nobody-" + Tenants.unique() + "@example.test";

        assertThat(IntStream.range(0, GUESSES).map(i -> guess(Proxy.trusted(), guessed, "192.0.2." + i)))
                .as("the address guessed at is closed, from wherever it is tried")
                .endsWith(429);
        assertThat(guess(Proxy.trusted(), "other-" + guessed, "192.0.2.1")).isEqualTo(401);
    }

    private static int get(Proxy proxy, String forwardedHost) {
        return proxy.send(
                "GET", PRECINTOS, Map.of("Authorization", "Bearer " + token, "X-Forwarded-Host", forwardedHost), "");
    }

    private static int guess(Proxy proxy, String email, String client) {
        return proxy.send(
                "POST",
                "/api/auth/login",
                Map.of("Content-Type", "application/json", "X-Forwarded-For", client),
                "{\"email\":\"" + email + "\",\"password\":\"guess\"}");
    }
}
