package io.tenantry.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.Session;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Signing in, staying signed in, changing the tenant and leaving. */
class SignInIT extends BlackBox {

    private static final int ATTEMPTS = 30;

    @Test
    void aWrongPasswordIsLikeAnUnknownAddress() {
        Tenant tenant = Tenants.starter();
        Api caller = Api.anonymous().with("X-Request-Id", UUID.randomUUID().toString());
        Answer wrong = caller.post("/api/auth/login", credentials(tenant.email(), "wrong"));
        Answer unknown = caller.post("/api/auth/login", credentials(freshEmail(), "wrong"));
        wrong.expectProblem(401, "unauthenticated");
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.body()).isEqualTo(wrong.body());
        assertThat(unknown.comparableHeaders()).isEqualTo(wrong.comparableHeaders());
    }

    @Test
    void aSignInSaysWhereAndWhereElse() {
        Answer answer = Session.login("multi@tenantry.test", Tenants.PASSWORD).answer();
        assertThat(answer.text("tokenType")).isEqualTo("Bearer");
        assertThat(answer.json().path("expiresIn").asInt()).isEqualTo(900);
        assertThat(answer.json().path("tenants").findValuesAsText("slug")).containsExactlyInAnyOrder("acme", "globex");
        assertThat(answer.json().path("tenants").findValuesAsText("role")).containsExactlyInAnyOrder("admin", "viewer");
        assertThat(answer.header("Set-Cookie")).containsIgnoringCase("HttpOnly").containsIgnoringCase("SameSite");
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    @Test
    void theOperatorSignsInToNoTenant() {
        Answer answer = Session.login("admin@tenantry.test", Tenants.PASSWORD).answer();
        assertThat(answer.json().path("tenant").isNull()).isTrue();
        assertThat(answer.json().path("tenants")).isEmpty();
    }

    @Test
    void aSwitchLeadsToTheOtherTenantAndBothRecordIt() {
        Session acme = Session.login("multi@tenantry.test", Tenants.PASSWORD, "acme");
        JsonNode me = acme.api().get("/api/me").expect(200).json();
        assertThat(me.path("tenant").path("slug").asText()).isEqualTo("acme");
        assertThat(me.path("role").asText()).isEqualTo("admin");
        assertThat(me.path("permissions").toString()).contains("precintos:read", "precintos:write");

        Session globex = acme.switchTo("globex");

        assertThat(globex.tenant()).isEqualTo("globex");
        assertThat(globex.cookie()).isNotEqualTo(acme.cookie());
        me = globex.api().get("/api/me").expect(200).json();
        assertThat(me.path("tenant").path("slug").asText()).isEqualTo("globex");
        assertThat(me.path("role").asText()).isEqualTo("viewer");
        assertThat(me.path("permissions").toString()).contains("precintos:read").doesNotContain("precintos:write");
        String request = globex.answer().header("X-Request-Id");
        assertThat(logged("owner@acme.test")).contains(request);
        assertThat(logged("owner@globex.test")).contains(request);
    }

    @Test
    void nobodySwitchesToATenantOfOthers() {
        Session session = Session.login("owner@acme.test", Tenants.PASSWORD);
        Api caller = session.api()
                .with("Cookie", session.cookie())
                .with("X-Request-Id", UUID.randomUUID().toString());
        Answer foreign = caller.post("/api/auth/switch", Json.object("tenant", "globex"));
        Answer unknown = caller.post("/api/auth/switch", Json.object("tenant", "no-such-tenant"));
        foreign.expectProblem(403, "tenant-mismatch");
        assertThat(unknown.body()).isEqualTo(foreign.body());
    }

    @Test
    void aRefreshRotatesTheCookie() {
        Session first = newcomer();
        Session second = first.refreshed();
        assertThat(second.cookie()).isNotEqualTo(first.cookie());
        second.api().get("/api/me").expect(200);
        second.refreshed().api().get("/api/me").expect(200);
    }

    @Test
    void aRefreshTokenUsedTwiceEndsTheSession() {
        Session first = newcomer();
        Session second = first.refreshed();
        first.refresh().expectProblem(401, "unauthenticated");
        second.refresh().expectProblem(401, "unauthenticated");
        first.api().get("/api/me").expectProblem(401, "unauthenticated");
        second.api().get("/api/me").expectProblem(401, "unauthenticated");
    }

    @Test
    void theEndOfOneSessionLeavesTheOthers() {
        Tenant tenant = Tenants.starter();
        Session one = Session.login(tenant.email(), Tenants.OWNER_PASSWORD);
        Session other = Session.login(tenant.email(), Tenants.OWNER_PASSWORD);
        assertThat(one.logout().status()).isEqualTo(204);
        one.api().get("/api/me").expectProblem(401, "unauthenticated");
        one.refresh().expectProblem(401, "unauthenticated");
        other.refreshed().api().get("/api/me").expect(200);
    }

    @Test
    void aRefreshWithoutOrWithAStrangeCookieIsRefused() {
        String name = newcomer().cookie().split("=", 2)[0];
        Api.anonymous().post("/api/auth/refresh").expectProblem(401, "unauthenticated");
        for (String value : List.of("", "x", "a.b", "%00", UUID.randomUUID().toString())) {
            Api.anonymous()
                    .with("Cookie", name + "=" + value)
                    .post("/api/auth/refresh")
                    .expectProblem(401, "unauthenticated");
        }
    }

    @Test
    void guessingIsSlowedDownForOneAddressOnly() {
        String guessed = freshEmail();
        Answer refused = IntStream.range(0, ATTEMPTS)
                .mapToObj(i -> Api.anonymous().post("/api/auth/login", credentials(guessed, "guess " + i)))
                .filter(answer -> answer.status() != 401)
                .findFirst()
                .orElseThrow(() -> new AssertionError("never refused"));
        refused.expectProblem(429, "rate-limited");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
        newcomer().api().get("/api/me").expect(200);
    }

    /** The requests that the tenant's log tells of. */
    private static List<String> logged(String owner) {
        return Tenants.demo(owner).get("/api/activity?limit=200").expect(200).each("requestId");
    }

    private static Session newcomer() {
        return Session.login(Tenants.starter().email(), Tenants.OWNER_PASSWORD);
    }

    private static String freshEmail() {
        return "nobody-" + Tenants.unique() + "@example.test";
    }

    private static Map<String, Object> credentials(String email, String password) {
        return Json.object("email", email, "password", password);
    }
}
