package io.tenantry.it;

import static io.tenantry.it.product.Domain.PRECINTOS;
import static io.tenantry.it.product.Keys.API_KEYS;
import static io.tenantry.it.product.Keys.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.Domain;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.Keys;
import io.tenantry.it.product.ProductDatabase;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import io.tenantry.it.product.Token;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Programs sign in with keys, which are looked at anew in each request. */
class ApiKeyTokenIT extends BlackBox {

    private static final String CLOCK = "/api/admin/clock";

    private Tenant tenant;
    private Api owner;

    @BeforeEach
    void makesTenant() {
        tenant = Tenants.professional();
        owner = tenant.owner();
    }

    @Test
    void theTokenSaysWhoseItIs() {
        Answer created = Keys.create(owner, "precintos:read", "alertas:read");
        Answer answer = Keys.exchange(created.text("prefix"), created.text("secret"));

        answer.expect(200);
        assertThat(answer.text("token_type")).isEqualTo("Bearer");
        assertThat(answer.json().path("expires_in").asInt()).isEqualTo(900);
        assertThat(answer.text("scope")).isEqualTo("alertas:read precintos:read");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("Set-Cookie")).isEmpty();
        JsonNode claims = Token.parse(answer.text("access_token")).claims();
        assertThat(claims.path("sub").asText()).isEqualTo(created.id());
        assertThat(claims.path("api_key").asText()).isEqualTo(created.id());
        assertThat(claims.path("tenant_id").asText()).isEqualTo(tenant.id());
        assertThat(claims.path("upn").asText()).isEqualTo(created.text("prefix"));
        assertThat(claims.path("groups")).isNotEmpty();
        assertThat(claims.has("iss")).isTrue();
        assertThat(claims.has("jti")).isTrue();
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(900);
    }

    @Test
    void theIdNamesTheClientToo() {
        Answer created = Keys.create(owner, "precintos:read");
        Keys.exchange(created.id(), created.text("secret")).expect(200);
    }

    @Test
    void httpBasicNamesTheClientToo() {
        Answer created = Keys.create(owner, "precintos:read");
        Map<String, String> form = Map.of("grant_type", "client_credentials");

        Keys.post(basic(created.text("prefix"), created.text("secret")), form).expect(200);

        Keys.post(basic(created.text("prefix"), "wrong"), form).expectProblem(401, "unauthenticated");
        Keys.post(Api.anonymous().with("Authorization", "Basic !"), form).expectProblem(401, "unauthenticated");
    }

    @Test
    void allThatIsWrongIsAnsweredAlike() {
        Answer created = Keys.create(owner, "precintos:read");
        Answer other = Keys.create(Tenants.professional().owner(), "precintos:read");
        Answer revoked = Keys.create(owner, "precintos:read");
        owner.delete(Keys.at(revoked)).expect(204);
        String prefix = created.text("prefix");
        String secret = created.text("secret");
        String unknown = "tk_" + "0".repeat(50);

        List<Answer> answers = new ArrayList<>();
        answers.add(wrong(prefix, secret.substring(0, secret.length() - 1) + (secret.endsWith("0") ? "1" : "0")));
        answers.add(wrong(prefix, "wrong"));
        answers.add(wrong(unknown, unknown + "_" + "0".repeat(50)));
        answers.add(wrong("nobody", secret));
        answers.add(wrong(prefix, other.text("secret")));
        answers.add(wrong(other.text("prefix"), secret));
        answers.add(wrong(revoked.text("prefix"), revoked.text("secret")));

        assertThat(answers).allSatisfy(answer -> answer.expectProblem(401, "unauthenticated"));
        assertThat(answers).extracting(Answer::body).containsOnly(answers.get(0).body());
        assertThat(answers)
                .extracting(Answer::comparableHeaders)
                .containsOnly(answers.get(0).comparableHeaders());
    }

    @Test
    void aFormThatIsNoneIsRefused() {
        Keys.form(Map.of()).expectProblem(400, "validation");
        Keys.form(Map.of("grant_type", "password", "client_id", "a", "client_secret", "b"))
                .expectProblem(400, "validation");
        Keys.form(Map.of("grant_type", "client_credentials", "client_id", "a")).expectProblem(400, "validation");
        Keys.form(Map.of("grant_type", "client_credentials", "client_id", "a".repeat(20_000)))
                .expectProblem(413, "payload-too-large");
        Api.anonymous()
                .post(TOKEN, Json.object("grant_type", "client_credentials"))
                .expectProblem(415, "unsupported-media-type");
        Api.anonymous().get(TOKEN).expectProblem(405, "method-not-allowed");
    }

    @Test
    void aRevokedKeyIsRefusedInTheNextRequest() {
        Answer created = Keys.create(owner, "precintos:read");
        Api program = Keys.signIn(created);
        program.get(PRECINTOS).expect(200);

        owner.delete(Keys.at(created)).expect(204);

        program.get(PRECINTOS).expectProblem(401, "unauthenticated");
        assertThat(owner.get(Keys.at(created))
                        .expect(200)
                        .json()
                        .path("revoked")
                        .asBoolean())
                .isTrue();
        owner.delete(Keys.at(created)).expect(204);
        Keys.rotate(owner, created, 0).expectProblem(409, "conflict");
    }

    @Test
    void aSuspendedTenantsKeyIsRefusedInTheNextRequest() {
        Answer created = Keys.create(owner, "precintos:read");
        Api program = Keys.signIn(created);

        ProductDatabase.suspend(tenant.id());

        program.get(PRECINTOS).expectProblem(403, "tenant-suspended");
        Keys.exchange(created.text("prefix"), created.text("secret")).expectProblem(403, "tenant-suspended");
        Keys.exchange(created.text("prefix"), "wrong").expectProblem(401, "unauthenticated");
    }

    @Test
    void withoutGraceTheSecretBeforeIsOverAtOnce() {
        Answer before = Keys.create(owner, "precintos:read");
        Api program = Keys.signIn(before);

        Answer after = Keys.rotate(owner, before, 0).expect(200);

        wrong(before.text("prefix"), before.text("secret")).expectProblem(401, "unauthenticated");
        program.get(PRECINTOS).expectProblem(401, "unauthenticated");
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.etag()).isNotEqualTo(before.etag());
        Keys.signIn(after).get(PRECINTOS).expect(200);
    }

    @Test
    void theSecretBeforeIsValidUntilTheGraceEnds() {
        Answer before = Keys.create(owner, "precintos:read");
        Answer after = Keys.rotate(owner, before, 3600).expect(200);
        Api program = Keys.signIn(before);
        program.get(PRECINTOS).expect(200);

        advance(Duration.ofSeconds(3601));

        program.get(PRECINTOS).expectProblem(401, "unauthenticated");
        wrong(before.text("prefix"), before.text("secret")).expectProblem(401, "unauthenticated");
        Keys.signIn(after).get(PRECINTOS).expect(200);
    }

    @Test
    void anExpiredKeyIsRefusedInTheNextRequest() {
        Map<String, Object> values = Keys.values("precintos:read");
        values.put("expiresAt", now().plusSeconds(3600).toString());
        Answer created = owner.post(API_KEYS, values).expect(201);
        Api program = Keys.signIn(created);
        program.get(PRECINTOS).expect(200);

        advance(Duration.ofSeconds(3601));

        program.get(PRECINTOS).expectProblem(401, "unauthenticated");
        wrong(created.text("prefix"), created.text("secret")).expectProblem(401, "unauthenticated");
        Keys.rotate(owner, created, 0).expectProblem(409, "conflict");
    }

    @Test
    void aKeyIsNoAccount() {
        Api program = Keys.signIn(Keys.create(owner, "precintos:read"));

        program.get("/api/me").expectProblem(403, "forbidden");
        program.post("/api/auth/switch", Json.object("tenant", "acme")).expectProblem(403, "forbidden");
        program.get("/api/admin/tenants").expectProblem(403, "forbidden");
        program.post("/api/auth/refresh").expectProblem(401, "unauthenticated");
        program.post("/api/auth/logout").expect(204);
        program.get(PRECINTOS).expect(200);
    }

    @Test
    void aKeyStaysInItsTenant() {
        Tenant other = Tenants.professional();
        Api program = Keys.signIn(Keys.create(owner, "precintos:read"));
        String request = UUID.randomUUID().toString();

        program.with("X-Tenant-ID", tenant.slug()).get(PRECINTOS).expect(200);
        Api strayed = program.with("X-Request-Id", request);
        Answer foreign = strayed.with("X-Tenant-ID", other.slug()).get(PRECINTOS);
        Answer absent = strayed.with("X-Tenant-ID", "no-such-tenant").get(PRECINTOS);

        foreign.expectProblem(403, "tenant-mismatch");
        assertThat(absent.body()).isEqualTo(foreign.body());
        assertThat(owner.get("/api/activity").expect(200).each("requestId")).contains(request);
    }

    @Test
    void aKeysCallsAreRepeatedSafely() {
        Api program = Keys.signIn(Keys.create(owner, "precintos:write"))
                .with("Idempotency-Key", UUID.randomUUID().toString());
        Map<String, Object> seal = Domain.precinto();
        Answer first = program.post(PRECINTOS, seal).expect(201);
        assertThat(program.post(PRECINTOS, seal).expect(201).body()).isEqualTo(first.body());
    }

    private static Answer wrong(String clientId, String secret) {
        Api caller = Api.anonymous().with("X-Request-Id", "wrong");
        return Keys.post(
                caller, Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", secret));
    }

    private static Api basic(String clientId, String secret) {
        byte[] credentials = (clientId + ":" + secret).getBytes(StandardCharsets.UTF_8);
        return Api.anonymous()
                .with("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    private static Instant now() {
        return Instant.parse(Tenants.platform().get(CLOCK).expect(200).text("now"));
    }

    private static void advance(Duration duration) {
        Tenants.platform()
                .put(CLOCK, Json.object("now", now().plus(duration).toString()))
                .expect(200);
    }
}
