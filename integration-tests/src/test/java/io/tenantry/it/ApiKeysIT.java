package io.tenantry.it;

import static io.tenantry.it.product.Domain.PRECINTOS;
import static io.tenantry.it.product.Keys.API_KEYS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.Domain;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.Keys;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** API keys: who makes which, and what is told of them. */
class ApiKeysIT extends BlackBox {

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
    void aCreatedOneIsFoundWhereItIsSaidToBe() {
        Map<String, Object> values = Keys.values("precintos:read", "alertas:read");
        values.put("expiresAt", "2999-01-01T00:00:00Z");
        Answer created = owner.post(API_KEYS, values).expect(201);

        assertThat(created.header("Location")).endsWith(API_KEYS + "/" + created.id());
        assertThat(created.text("secret")).matches("tk_[0-9a-z]+_[0-9a-z]+").startsWith(created.text("prefix") + "_");
        Answer found = owner.get(Keys.at(created)).expect(200);
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
        Answer rotated = Keys.rotate(owner, created, 60).expect(200);
        Keys.signIn(rotated);
        owner.delete(Keys.at(created)).expect(204);

        for (Answer issued : List.of(created, rotated)) {
            String secret = issued.text("secret");
            String hidden = secret.substring(secret.lastIndexOf('_') + 1);
            for (String path : List.of(API_KEYS, Keys.at(created), "/api/activity?limit=200")) {
                assertThat(owner.get(path).expect(200).body()).doesNotContain(hidden);
            }
        }
        assertThat(owner.get(API_KEYS).expect(200).body()).doesNotContain("secret", "hash");
        assertThat(owner.get(Keys.at(created)).expect(200).json().has("secret")).isFalse();
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
        Keys.rotate(owner, created, -1).expectProblem(400, "validation");
        Keys.rotate(owner, created, 86_401).expectProblem(400, "validation");
        owner.post(Keys.at(created) + "/rotate", Json.object()).expectProblem(400, "validation");
    }

    @Test
    void noKeyManagesKeys() {
        Answer created = Keys.create(owner, "precintos:read", "activity:read");
        Api program = Keys.signIn(created);

        forbidden("apiKeys:read", program.get(API_KEYS));
        forbidden("apiKeys:write", program.post(API_KEYS, Keys.values("precintos:read")));
        forbidden("apiKeys:write", program.post(Keys.at(created) + "/rotate", Json.object("graceSeconds", 0)));
        forbidden("apiKeys:write", program.delete(Keys.at(created)));
    }

    @Test
    void onlyOwnersAndAdministratorsManageKeys() {
        Api viewer = Tenants.demo("viewer@acme.test");
        forbidden("apiKeys:read", viewer.get(API_KEYS));
        forbidden("apiKeys:write", viewer.post(API_KEYS, Keys.values("precintos:read")));
        Api admin = Api.signIn("multi@tenantry.test", Tenants.PASSWORD, "acme");
        Answer created = Keys.create(admin, "precintos:read");
        admin.delete(Keys.at(created)).expect(204);
    }

    @Test
    void anotherTenantsKeyDoesNotExist() {
        Answer created = Keys.create(owner, "precintos:read");
        Api other = Tenants.professional().owner();

        other.get(Keys.at(created)).expectProblem(404, "not-found");
        other.delete(Keys.at(created)).expectProblem(404, "not-found");
        other.post(Keys.at(created) + "/rotate", Json.object("graceSeconds", 0)).expectProblem(404, "not-found");
        assertThat(other.get(API_KEYS).expect(200).items()).isEmpty();
        Keys.signIn(created).get(PRECINTOS).expect(200);
    }

    @Test
    void aStaleChangeIsRefused() {
        Answer created = Keys.create(owner, "precintos:read");
        Keys.rotate(owner, created, 0).expect(200);
        Api stale = owner.with("If-Match", created.etag());

        stale.delete(Keys.at(created)).expectProblem(412, "precondition-failed");
        stale.post(Keys.at(created) + "/rotate", Json.object("graceSeconds", 0))
                .expectProblem(412, "precondition-failed");
    }

    @Test
    void theLastUseIsNoted() {
        Answer created = Keys.create(owner, "precintos:read");

        Keys.signIn(created).get(PRECINTOS).expect(200);

        Answer used = owner.get(Keys.at(created)).expect(200);
        assertThat(Instant.parse(used.text("lastUsedAt"))).isAfterOrEqualTo(Instant.parse(created.text("createdAt")));
        assertThat(used.etag()).isEqualTo(created.etag());
    }

    @Test
    void theActivityLogTellsOfKeysAndWhatTheyDo() {
        Answer created = Keys.create(owner, "precintos:read", "precintos:write");
        String seal = Domain.createPrecinto(Keys.signIn(created));
        Keys.rotate(owner, created, 5).expect(200);
        owner.delete(Keys.at(created)).expect(204);

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

    private JsonNode logged(String action, String id) {
        return owner.get("/api/activity?limit=200&action=" + action)
                .expect(200)
                .items()
                .filter(entry -> entry.path("entityId").asText().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(action + " is not in the log"));
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
}
