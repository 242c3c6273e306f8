package io.tenantry.it;

import static io.tenantry.it.product.Domain.PRECINTOS;
import static io.tenantry.it.product.Keys.API_KEYS;
import static io.tenantry.it.product.Keys.TOKEN;
import static io.tenantry.it.product.Members.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.Domain;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.Keys;
import io.tenantry.it.product.Members;
import io.tenantry.it.product.Members.Member;
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

/** Programs sign in with keys, which can do what they were given and no more. */
class ApiKeysIT extends BlackBox {

    private static final String CLOCK = "/api/admin/clock";

    private Tenant tenant;
    private Api owner;

    @BeforeEach
    void makesTenant() {
        tenant = Tenants.professional();
        owner = tenant.owner();
    }

    @Test
    void aKeyDoesWhatItsScopesSay() {
        Api program = Keys.signIn(Keys.create(owner, "precintos:read", "precintos:write"));

        String seal = Domain.createPrecinto(program);

        program.get(PRECINTOS + "/" + seal).expect(200);
        assertThat(owner.get(PRECINTOS).expect(200).each("id")).containsExactly(seal);
    }

    @Test
    void whatItsScopesDoNotSayIsForbidden() {
        Api program = Keys.signIn(Keys.create(owner, "precintos:read"));

        program.get(PRECINTOS).expect(200);
        forbidden("precintos:write", program.post(PRECINTOS, Domain.precinto()));
        forbidden("alertas:read", program.get(Domain.ALERTAS));
        forbidden("activity:read", program.get("/api/activity"));
    }

    @Test
    void evenTheKeyOfAnOwnerDoesNotMakeOrTouchOwners() {
        Api program = Keys.signIn(Keys.create(owner, "users:read", "users:write", "owners:write"));
        Member first = Members.owner(tenant);
        Member second = Members.add(tenant, "operator");

        forbidden("owners:write", program.patch(second.path(), Json.object("role", "owner")));
        forbidden("owners:write", program.patch(first.path(), Json.object("role", "viewer")));
        forbidden("owners:write", program.delete(first.path()));
        program.post(second.path() + "/transfer-ownership").expectProblem(409, "conflict");
        assertThat(program.post(USERS + "/leave").status()).isBetween(400, 499);

        program.patch(second.path(), Json.object("role", "viewer")).expect(200);
        assertThat(owner.get(first.path()).expect(200).text("role")).isEqualTo("owner");
    }

    @Test
    void aCreatedOneIsFoundWhereItIsSaidToBe() {
        Map<String, Object> values = Keys.values("precintos:read", "alertas:read");
        values.put("expiresAt", "2999-01-01T00:00:00Z");
        Answer created = owner.post(API_KEYS, values).expect(201);

        assertThat(created.header("Location")).endsWith(API_KEYS + "/" + created.id());
        assertThat(created.text("secret")).matches("tk_[0-9a-z]+_[0-9a-z]+").startsWith(created.text("prefix") + "_");
        Answer found = owner.get(at(created)).expect(200);
        assertThat(found.etag()).isNotBlank().isEqualTo(created.etag());
        assertThat(found.text("name")).isEqualTo(values.get("name"));
        assertThat(found.text("createdBy")).isEqualTo(tenant.email());
        assertThat(found.text("expiresAt")).isEqualTo("2999-01-01T00:00:00Z");
        assertThat(found.json().path("scopes")).hasSize(2);
        assertThat(found.json().path("revoked").asBoolean(true)).isFalse();
        assertThat(found.json().path("lastUsedAt").isNull()).isTrue();
        assertThat(owner.get(API_KEYS).expect(200).items()).containsExactly(found.json());
    }

    @Test
    void aSecretIsShownOnce() {
        Answer created = Keys.create(owner, "precintos:read");
        Answer rotated = rotate(created, 60).expect(200);
        Keys.signIn(rotated);
        owner.delete(at(created)).expect(204);

        for (Answer issued : List.of(created, rotated)) {
            String secret = issued.text("secret");
            String hidden = secret.substring(secret.lastIndexOf('_') + 1);
            for (String path : List.of(API_KEYS, at(created), "/api/activity?limit=200")) {
                assertThat(owner.get(path).expect(200).body()).doesNotContain(hidden);
            }
        }
        assertThat(owner.get(API_KEYS).expect(200).body()).doesNotContain("secret", "hash");
        assertThat(owner.get(at(created)).expect(200).json().has("secret")).isFalse();
    }

    @Test
    void aRepeatedCreationMakesAnotherKeyAndKeepsNoSecret() {
        Api repeating = owner.with("Idempotency-Key", UUID.randomUUID().toString());
        Map<String, Object> values = Keys.values("precintos:read");
        Answer one = repeating.post(API_KEYS, values).expect(201);
        Answer other = repeating.post(API_KEYS, values).expect(201);
        assertThat(other.text("secret")).isNotEqualTo(one.text("secret"));
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
        owner.delete(at(revoked)).expect(204);
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

        owner.delete(at(created)).expect(204);

        program.get(PRECINTOS).expectProblem(401, "unauthenticated");
        assertThat(owner.get(at(created)).expect(200).json().path("revoked").asBoolean())
                .isTrue();
        owner.delete(at(created)).expect(204);
        rotate(created, 0).expectProblem(409, "conflict");
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

        Answer after = rotate(before, 0).expect(200);

        wrong(before.text("prefix"), before.text("secret")).expectProblem(401, "unauthenticated");
        program.get(PRECINTOS).expectProblem(401, "unauthenticated");
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.etag()).isNotEqualTo(before.etag());
        Keys.signIn(after).get(PRECINTOS).expect(200);
    }

    @Test
    void theSecretBeforeIsValidUntilTheGraceEnds() {
        Answer before = Keys.create(owner, "precintos:read");
        Answer after = rotate(before, 3600).expect(200);
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
        rotate(created, 0).expectProblem(409, "conflict");
    }

    @Test
    void badValuesAreRefusedWhereTheyAre() {
        refused("/scopes", Json.object("name", "a", "scopes", List.of()));
        refused("/scopes", Json.object("name", "a"));
        refused("/scopes/0", Json.object("name", "a", "scopes", List.of("everything")));
        refused("/scopes/1", Json.object("name", "a", "scopes", List.of("precintos:read", "apiKeys:write")));
        refused("/name", Json.object("name", " ", "scopes", List.of("precintos:read")));
        refused(
                "/expiresAt",
                Json.object("name", "a", "scopes", List.of("precintos:read"), "expiresAt", "2020-01-01T00:00:00Z"));
        Answer created = Keys.create(owner, "precintos:read");
        rotate(created, -1).expectProblem(400, "validation");
        rotate(created, 86_401).expectProblem(400, "validation");
        owner.post(at(created) + "/rotate", Json.object()).expectProblem(400, "validation");
    }

    @Test
    void noKeyManagesKeys() {
        Answer created = Keys.create(owner, "precintos:read", "activity:read");
        Api program = Keys.signIn(created);

        forbidden("apiKeys:read", program.get(API_KEYS));
        forbidden("apiKeys:write", program.post(API_KEYS, Keys.values("precintos:read")));
        forbidden("apiKeys:write", program.post(at(created) + "/rotate", Json.object("graceSeconds", 0)));
        forbidden("apiKeys:write", program.delete(at(created)));
    }

    @Test
    void onlyOwnersAndAdministratorsManageKeys() {
        Api viewer = Tenants.demo("viewer@acme.test");
        forbidden("apiKeys:read", viewer.get(API_KEYS));
        forbidden("apiKeys:write", viewer.post(API_KEYS, Keys.values("precintos:read")));
        Api admin = Api.signIn("multi@tenantry.test", Tenants.PASSWORD, "acme");
        Answer created = Keys.create(admin, "precintos:read");
        admin.delete(at(created)).expect(204);
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
    void anotherTenantsKeyDoesNotExist() {
        Answer created = Keys.create(owner, "precintos:read");
        Api other = Tenants.professional().owner();

        other.get(at(created)).expectProblem(404, "not-found");
        other.delete(at(created)).expectProblem(404, "not-found");
        other.post(at(created) + "/rotate", Json.object("graceSeconds", 0)).expectProblem(404, "not-found");
        assertThat(other.get(API_KEYS).expect(200).items()).isEmpty();
        Keys.signIn(created).get(PRECINTOS).expect(200);
    }

    @Test
    void aStaleChangeIsRefused() {
        Answer created = Keys.create(owner, "precintos:read");
        rotate(created, 0).expect(200);
        Api stale = owner.with("If-Match", created.etag());

        stale.delete(at(created)).expectProblem(412, "precondition-failed");
        stale.post(at(created) + "/rotate", Json.object("graceSeconds", 0)).expectProblem(412, "precondition-failed");
    }

    @Test
    void theLastUseIsNoted() {
        Answer created = Keys.create(owner, "precintos:read");

        Keys.signIn(created).get(PRECINTOS).expect(200);

        Answer used = owner.get(at(created)).expect(200);
        assertThat(Instant.parse(used.text("lastUsedAt"))).isAfterOrEqualTo(Instant.parse(created.text("createdAt")));
        assertThat(used.etag()).isEqualTo(created.etag());
    }

    @Test
    void theActivityLogTellsOfKeysAndWhatTheyDo() {
        Answer created = Keys.create(owner, "precintos:read", "precintos:write");
        String seal = Domain.createPrecinto(Keys.signIn(created));
        rotate(created, 5).expect(200);
        owner.delete(at(created)).expect(204);

        JsonNode made = logged("apiKey.created", created.id());
        assertThat(made.path("after").path("name").asText()).isEqualTo(created.text("name"));
        assertThat(made.path("after").path("scopes")).hasSize(2);
        assertThat(made.path("actor").asText()).isEqualTo(tenant.email());
        assertThat(logged("apiKey.rotated", created.id()).path("after").has("previousUntil"))
                .isTrue();
        assertThat(logged("apiKey.revoked", created.id())
                        .path("after")
                        .path("revoked")
                        .asBoolean())
                .isTrue();
        JsonNode done = logged("precinto.created", seal);
        assertThat(done.path("actorKind").asText()).isEqualTo("key");
        assertThat(done.path("actor").asText()).isEqualTo(created.text("name"));
        assertThat(done.path("actorId").asText()).isEqualTo(created.id());
    }

    @Test
    void aKeysCallsAreRepeatedSafely() {
        Api program = Keys.signIn(Keys.create(owner, "precintos:write"))
                .with("Idempotency-Key", UUID.randomUUID().toString());
        Map<String, Object> seal = Domain.precinto();
        Answer first = program.post(PRECINTOS, seal).expect(201);
        assertThat(program.post(PRECINTOS, seal).expect(201).body()).isEqualTo(first.body());
    }

    private JsonNode logged(String action, String id) {
        return owner.get("/api/activity?limit=200&action=" + action)
                .expect(200)
                .items()
                .filter(entry -> entry.path("entityId").asText().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(action + " is not in the log"));
    }

    private Answer rotate(Answer key, int graceSeconds) {
        return owner.post(at(key) + "/rotate", Json.object("graceSeconds", graceSeconds));
    }

    private void refused(String pointer, Map<String, Object> values) {
        Answer answer = owner.post(API_KEYS, values).expectProblem(400, "validation");
        assertThat(answer.json().path("errors").path(0).path("pointer").asText())
                .isEqualTo(pointer);
    }

    private static void forbidden(String permission, Answer answer) {
        answer.expectProblem(403, "forbidden");
        assertThat(answer.text("permission")).isEqualTo(permission);
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

    private static String at(Answer key) {
        return API_KEYS + "/" + key.id();
    }
}
