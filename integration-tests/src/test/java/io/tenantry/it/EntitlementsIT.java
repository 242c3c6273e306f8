package io.tenantry.it;

import static io.tenantry.it.product.Domain.PRECINTOS;
import static io.tenantry.it.product.Plans.overridesOf;
import static io.tenantry.it.product.Plans.planOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.Domain;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.Keys;
import io.tenantry.it.product.Members;
import io.tenantry.it.product.Plans;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a tenant has follows its plan and its overrides from the next request on. */
class EntitlementsIT extends BlackBox {

    private static final String OWN_PLANS = "/api/billing/plans";

    private static Api platform;

    private final Tenant tenant = Tenants.professional();
    private final Api owner = tenant.owner();

    @BeforeAll
    static void signsIn() {
        platform = Tenants.platform();
    }

    // attack case 31
    @Test
    void aKeyIsRefusedOnceThePlanHasNoApi() {
        Answer key = Keys.create(owner, "precintos:read", "features:read");
        Api program = Keys.signIn(key);
        assertThat(feature(program, "apiAccess")).isTrue();

        Plans.move(platform, tenant.id(), "starter").expect(200);

        notInPlan(program.get(PRECINTOS));
        notInPlan(program.get("/api/features"));
        notInPlan(Keys.exchange(key.text("prefix"), key.text("secret")));
        notInPlan(owner.post(Keys.API_KEYS, Keys.values("precintos:read")));
        Keys.exchange(key.text("prefix"), key.text("secret") + "x").expectProblem(401, "unauthenticated");
        owner.get(Keys.API_KEYS).expect(200);

        Plans.move(platform, tenant.id(), "professional").expect(200);
        program.get(PRECINTOS).expect(200);
    }

    @Test
    void featuresAreThoseOfTheTenantEverywhere() {
        agree("apiAccess", "customFields", "export", "webhooks", "whiteLabel");
        Plans.move(platform, tenant.id(), "starter").expect(200);
        agree("customFields");
        platform.put(
                        overridesOf(tenant.id()) + "/features/backup",
                        Json.object("enabled", true, "reason", "Promised with the contract"))
                .expect(200);
        agree("backup", "customFields");
        assertThat(platform.get("/api/features")
                        .expectProblem(400, "tenant-required")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aMoveIsToldToTheTenant() {
        Answer moved = Plans.move(platform, tenant.id(), "enterprise").expect(200);

        assertThat(moved.text("plan")).isEqualTo("enterprise");
        assertThat(moved.etag()).isNotBlank();
        JsonNode entry = logged("plan.moved");
        assertThat(entry.path("actorKind").asText()).isEqualTo("platform");
        assertThat(entry.path("actor").asText()).isEqualTo("admin@tenantry.test");
        assertThat(entry.path("before").path("plan").asText()).isEqualTo("professional");
        assertThat(entry.path("after").path("plan").asText()).isEqualTo("enterprise");
        assertThat(entry.path("after").path("version").asInt()).isEqualTo(2);
    }

    @Test
    void aPlanThatIsTooSmallNeedsForce() {
        Domain.createPrecinto(owner);
        Domain.createPrecinto(owner);
        String small = Plans.reserved(
                platform, tenant.id(), Plans.values(List.of("apiAccess"), Plans.limit("precintos", 1, 1)));

        Answer refused = Plans.move(platform, tenant.id(), small).expectProblem(402, "limit-exceeded");
        assertThat(refused.text("resource")).isEqualTo("precintos");
        assertThat(refused.json().path("limit").asInt()).isEqualTo(1);
        assertThat(refused.json().path("used").asInt()).isEqualTo(2);
        assertThat(refused.text("plan")).isEqualTo(small);
        Domain.createPrecinto(owner);

        platform.post(planOf(tenant.id()), Json.object("plan", small, "force", true))
                .expect(200);
        owner.post(PRECINTOS, Domain.precinto()).expectProblem(402, "limit-exceeded");
    }

    @Test
    void aReservedPlanIsUnknownToEverybodyElse() {
        Tenant other = Tenants.starter();
        String code = Plans.reserved(platform, tenant.id(), Plans.values(List.of("backup")));
        Api caller = platform.with("X-Request-Id", "reserved");

        Answer foreign = Plans.move(caller, other.id(), code).expectProblem(400, "validation");
        Answer absent = Plans.move(caller, other.id(), Plans.code()).expectProblem(400, "validation");
        assertThat(foreign.body()).isEqualTo(absent.body());
        Answer hidden = caller.get(Plans.PLANS + "/" + code).expectProblem(404, "not-found");
        assertThat(hidden.body())
                .isEqualTo(caller.get(Plans.PLANS + "/" + Plans.code()).body());
        caller.get(Plans.PLANS + "/" + code + "?reservedFor=" + other.id()).expectProblem(404, "not-found");
        for (String path : List.of("/api/plans", Plans.PLANS + "?limit=200")) {
            assertThat(platform.get(path).expect(200).body()).doesNotContain(code);
        }
        Answer offered = owner.get(OWN_PLANS).expect(200);
        assertThat(offered.each("code")).contains(code, "starter");
        assertThat(offered.json().at("/current/code").asText()).isNotEqualTo(code);
        assertThat(other.owner().get(OWN_PLANS).expect(200).body()).doesNotContain(code);
        Members.add(tenant, "viewer").api().get(OWN_PLANS).expectProblem(403, "forbidden");

        Plans.move(platform, tenant.id(), code).expect(200);
        assertThat(owner.get(OWN_PLANS).expect(200).json().at("/current/code").asText())
                .isEqualTo(code);
        agree("backup");
        assertThat(platform.get("/api/admin/tenants/" + tenant.id()).expect(200).text("plan"))
                .isEqualTo(code);
        assertThat(platform.get(Plans.PLANS + "?reservedFor=" + tenant.id())
                        .expect(200)
                        .each("code"))
                .containsExactly(code);
    }

    @Test
    void whatCannotBeIsRefused() {
        platform.post(planOf(tenant.id()), Json.object("plan", "professional", "version", 99))
                .expectProblem(400, "validation");
        platform.post(planOf(tenant.id()), Json.object("plan", "enterprise", "until", "2030"))
                .expectProblem(400, "validation");
        platform.post(planOf(tenant.id()), Json.object()).expectProblem(400, "validation");
        String nobody = "01930000-0000-7000-8000-00000000ffff";
        Plans.move(platform, nobody, "starter").expectProblem(404, "not-found");
        platform.get(planOf(nobody)).expectProblem(404, "not-found");
        platform.get(overridesOf(nobody)).expectProblem(404, "not-found");
        Plans.move(owner, tenant.id(), "enterprise").expectProblem(403, "forbidden");
        badOverridesAreRefused();
    }

    private void badOverridesAreRefused() {
        String overrides = overridesOf(tenant.id());
        Map<String, Object> feature = Json.object("enabled", true, "reason", "Because");
        platform.put(overrides + "/features/teleport", feature).expectProblem(404, "not-found");
        platform.put(overrides + "/limits/dragons", Json.object("included", 1, "reason", "Because"))
                .expectProblem(404, "not-found");
        refused("/reason", overrides + "/features/backup", Json.object("enabled", true));
        refused("/enabled", overrides + "/features/backup", Json.object("reason", "Because"));
        feature.put("expiresAt", "2020-01-01T00:00:00Z");
        refused("/expiresAt", overrides + "/features/backup", feature);
        refused(
                "/hardLimit",
                overrides + "/limits/users",
                Json.object("included", 5, "hardLimit", 4, "reason", "Because"));
    }

    @Test
    void anOverrideHoldsUntilItIsTakenAway() {
        String path = overridesOf(tenant.id()) + "/limits/precintos";
        Answer set = platform.put(path, Json.object("included", 0, "hardLimit", 0, "reason", "Unpaid"))
                .expect(200);
        Answer refused = owner.post(PRECINTOS, Domain.precinto()).expectProblem(402, "limit-exceeded");
        assertThat(refused.json().path("limit").asInt()).isZero();
        JsonNode why = limit("precintos");
        assertThat(why.path("source").asText()).isEqualTo("override");
        assertThat(why.path("reason").asText()).isEqualTo("Unpaid");
        assertThat(platform.get(overridesOf(tenant.id())).expect(200).each("name"))
                .containsExactly("precintos");
        assertThat(logged("planOverride.created").path("after").path("reason").asText())
                .isEqualTo("Unpaid");

        Answer again = platform.with("If-Match", set.etag())
                .put(path, Json.object("included", 1, "hardLimit", 1, "reason", "Paid a part"))
                .expect(200);
        platform.with("If-Match", set.etag()).delete(path).expectProblem(412, "precondition-failed");
        Domain.createPrecinto(owner);
        platform.with("If-Match", again.etag()).delete(path).expect(204);

        Domain.createPrecinto(owner);
        assertThat(limit("precintos").path("source").asText()).isEqualTo("plan");
        platform.delete(path).expectProblem(404, "not-found");
    }

    private void refused(String pointer, String path, Map<String, Object> body) {
        Answer answer = platform.put(path, body).expectProblem(400, "validation");
        assertThat(answer.json().path("errors").path(0).path("pointer").asText())
                .isEqualTo(pointer);
    }

    /** The list of features, the caller's own view and the administrator's say the same. */
    private void agree(String... granted) {
        JsonNode features = owner.get("/api/features").expect(200).json();
        TreeSet<String> open = new TreeSet<>();
        features.properties().stream()
                .filter(feature -> feature.getValue().asBoolean())
                .forEach(feature -> open.add(feature.getKey()));
        assertThat(open).containsExactly(granted);
        assertThat(features.size()).isGreaterThan(open.size());
        assertThat(owner.get("/api/me").expect(200).json().path("features"))
                .extracting(JsonNode::asText)
                .containsExactly(granted);
        assertThat(platform.get(planOf(tenant.id())).expect(200).json().path("features"))
                .filteredOn(feature -> feature.path("enabled").asBoolean())
                .extracting(feature -> feature.path("feature").asText())
                .containsExactly(granted);
    }

    private JsonNode limit(String resource) {
        for (JsonNode limit :
                platform.get(planOf(tenant.id())).expect(200).json().path("limits")) {
            if (limit.path("resource").asText().equals(resource)) {
                return limit;
            }
        }
        throw new AssertionError(resource + " is not limited");
    }

    private JsonNode logged(String action) {
        return owner.get("/api/activity?action=" + action)
                .expect(200)
                .items()
                .findFirst()
                .orElseThrow(() -> new AssertionError(action + " is not in the log"));
    }

    private static boolean feature(Api api, String code) {
        return api.get("/api/features").expect(200).json().path(code).asBoolean();
    }

    private static void notInPlan(Answer answer) {
        answer.expectProblem(403, "feature-not-in-plan");
        assertThat(answer.text("feature")).isEqualTo("apiAccess");
        assertThat(answer.text("plan")).isEqualTo("starter");
    }
}
