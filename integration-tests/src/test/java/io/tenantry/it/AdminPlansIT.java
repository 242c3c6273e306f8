package io.tenantry.it;

import static io.tenantry.it.product.Plans.PLANS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.Plans;
import io.tenantry.it.product.Tenants;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Plans are added and offered by the platform's administrator, version by version. */
class AdminPlansIT extends BlackBox {

    private static Api platform;

    private final String code = Plans.code();
    private final String path = PLANS + "/" + code;

    @BeforeAll
    static void signsIn() {
        platform = Tenants.platform();
    }

    @Test
    void aNewPlanIsFoundAndNotYetOnOffer() {
        Answer created = created(Plans.values(List.of("export"), Plans.limit("users", 3, 4)));

        assertThat(created.header("Location")).endsWith(path);
        Answer found = platform.get(path).expect(200);
        assertThat(found.json()).isEqualTo(created.json());
        assertThat(found.etag()).isNotBlank().isEqualTo(created.etag());
        JsonNode version = found.json().path("versions").path(0);
        assertThat(version.path("version").asInt()).isEqualTo(1);
        assertThat(version.path("public").asBoolean(true)).isFalse();
        assertThat(version.path("features").path(0).asText()).isEqualTo("export");
        assertThat(version.path("limits").path(0).path("hardLimit").asInt()).isEqualTo(4);
        assertThat(version.path("price").path("amount").path("amount").asText()).isEqualTo("10.00");
        assertThat(platform.get(PLANS + "?limit=200").expect(200).each("code")).contains(code);
        assertThat(offered()).isEmpty();
    }

    @Test
    void aChangeIsAnotherVersionThatWaitsForItsPublishing() {
        Answer created = created(Plans.values(List.of("export")));
        Answer published = with(created).post(path + "/publish").expect(200);
        assertThat(offered().orElseThrow().path("version").asInt()).isEqualTo(1);

        Answer changed =
                with(published).put(path, Plans.values(List.of("webhooks"))).expect(200);
        assertThat(changed.json().path("versions")).hasSize(2);
        assertThat(changed.json()
                        .path("versions")
                        .path(1)
                        .path("features")
                        .path(0)
                        .asText())
                .isEqualTo("export");
        assertThat(offered().orElseThrow().path("version").asInt()).isEqualTo(1);

        Answer again = with(changed).post(path + "/publish").expect(200);
        assertThat(offered().orElseThrow().path("features").path(0).asText()).isEqualTo("webhooks");
        with(again).post(path + "/withdraw").expect(200);
        assertThat(offered()).isEmpty();
    }

    @Test
    void whoHasNotSeenTheLastChangeIsRefused() {
        Answer created = created(Plans.values(List.of()));
        Map<String, Object> values = Plans.values(List.of("export"));
        platform.put(path, values).expectProblem(428, "precondition-required");
        platform.post(path + "/publish").expectProblem(428, "precondition-required");
        platform.post(path + "/withdraw").expectProblem(428, "precondition-required");
        with(created).put(path, values).expect(200);

        with(created).put(path, values).expectProblem(412, "precondition-failed");
        with(created).post(path + "/publish").expectProblem(412, "precondition-failed");
        assertThat(platform.get(path).expect(200).json().path("versions")).hasSize(2);
    }

    @Test
    void aChargeForWhatGoesBeyondIsCheckedAndKept() {
        Map<String, Object> limit = Plans.limit("precintos", 10, null);
        Map<String, Object> charge = Json.object(
                "model",
                "graduated",
                "tiers",
                List.of(
                        Json.object("upTo", "100", "unitPrice", "0.10", "flatFee", "0"),
                        Json.object("upTo", null, "unitPrice", "0.05", "flatFee", null)));
        limit.put("overage", charge);
        Answer created = created(Plans.values(List.of(), limit));

        JsonNode kept =
                created.json().path("versions").path(0).path("limits").path(0).path("overage");
        assertThat(kept).isEqualTo(Json.parse(Json.text(charge)));
        refused("/limits/0/overage/unitPrice", withOverage(Json.object("model", "perUnit")));
        refused("/limits/0/overage/unitPrice", withOverage(Json.object("model", "perUnit", "unitPrice", "much")));
        refused(
                "/limits/0/overage",
                withOverage(Json.object("model", "perUnit", "unitPrice", "1", "packageSize", "2")));
        refused("/limits/0/overage/model", withOverage(Json.object("model", "guess")));
        refused("/limits/0/overage/tiers", withOverage(Json.object("model", "volume")));
    }

    @Test
    void whatNoModuleKnowsIsRefusedWhereItIs() {
        refused("/features/1", Plans.values(List.of("export", "teleport")));
        refused("/limits/0/resource", Plans.values(List.of(), Plans.limit("dragons", 1, 2)));
        refused("/limits/1/resource", Plans.values(List.of(), Plans.limit("users", 1, 2), Plans.limit("users", 1, 2)));
        refused("/limits/0/hardLimit", Plans.values(List.of(), Plans.limit("users", 2, 1)));
        refused("/limits/0/included", Plans.values(List.of(), Plans.limit("users", -1, 1)));
        refused("/price/amount", priced("10.000"));
        refused("/price/amount", priced("-1.00"));
        refused("/price/amount", priced("9".repeat(30) + ".00"));
        refused("/code", with("code", "Not a code"));
        refused("/reservedFor", with("reservedFor", "01930000-0000-7000-8000-000000000001"));
        refused("/trialDays", with("trialDays", 366));
        refused("/version", with("version", 1));
    }

    @Test
    void aTakenCodeIsAConflict() {
        created(Plans.values(List.of()));
        platform.post(PLANS, with("code", code)).expectProblem(409, "conflict");
        platform.post(PLANS, with("code", "starter")).expectProblem(409, "conflict");
        platform.get(PLANS + "/" + Plans.code()).expectProblem(404, "not-found");
    }

    @Test
    void insideATenantNothingIsReservedByOversight() {
        Api inside = platform.with("X-Tenant-ID", "acme");
        for (Answer answer : List.of(
                inside.get(PLANS), inside.get(PLANS + "/starter"), inside.post(PLANS, with("code", Plans.code())))) {
            answer.expectProblem(400, "validation");
            assertThat(pointer(answer)).isEqualTo("/reservedFor");
        }
    }

    private Answer created(Map<String, Object> values) {
        values.put("code", code);
        return platform.post(PLANS, values).expect(201);
    }

    private static Api with(Answer seen) {
        return platform.with("If-Match", seen.etag());
    }

    private static Map<String, Object> with(String member, Object value) {
        Map<String, Object> values = Plans.values(List.of());
        values.put("code", Plans.code());
        values.put(member, value);
        return values;
    }

    private static Map<String, Object> priced(String amount) {
        return with(
                "price", Json.object("amount", Json.object("amount", amount, "currency", "USD"), "interval", "month"));
    }

    private static Map<String, Object> withOverage(Map<String, Object> overage) {
        Map<String, Object> limit = Plans.limit("users", 1, 2);
        limit.put("overage", overage);
        return Plans.values(List.of(), limit);
    }

    private static void refused(String pointer, Map<String, Object> values) {
        values.putIfAbsent("code", Plans.code());
        assertThat(pointer(platform.post(PLANS, values).expectProblem(400, "validation")))
                .isEqualTo(pointer);
    }

    private static String pointer(Answer answer) {
        return answer.json().path("errors").path(0).path("pointer").asText();
    }

    private Optional<JsonNode> offered() {
        return Api.anonymous()
                .get("/api/plans")
                .expect(200)
                .items()
                .filter(plan -> plan.path("code").asText().equals(code))
                .findFirst();
    }
}
