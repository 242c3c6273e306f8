package io.tenantry.it;

import static io.tenantry.it.product.Domain.PRECINTOS;
import static io.tenantry.it.product.Fields.CUSTOM_FIELDS;
import static io.tenantry.it.product.Fields.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.AtOnce;
import io.tenantry.it.product.Domain;
import io.tenantry.it.product.Fields;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.ProductDatabase;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fields a tenant adds to its rows: made, changed, converted, deleted. */
class CustomFieldsIT extends BlackBox {

    private static final int STARTER_LIMIT = 5;

    private static Api owner;

    @BeforeAll
    static void makesTenant() {
        owner = Tenants.professional().owner();
    }

    @Test
    void aFieldIsFoundWhereItIsSaidToBe() {
        Answer created = Fields.create(owner, "transitos", "route", "select", "required", true, "position", 3);

        Answer found = owner.get(at(created)).expect(200);

        assertThat(created.header("Location")).endsWith(at(created));
        assertThat(found.json()).isEqualTo(created.json());
        assertThat(found.etag()).isNotBlank().isEqualTo(created.etag());
        assertThat(found.text("type")).isEqualTo("select");
        assertThat(found.json().path("required").asBoolean()).isTrue();
        assertThat(found.json().path("unique").asBoolean()).isFalse();
        assertThat(found.json().path("options")).hasSize(2);
    }

    @Test
    void fieldsAreListedInTheirOrder() {
        Api other = Tenants.professional().owner();
        Fields.create(other, "precintos", "second", "text");
        Fields.create(other, "precintos", "third", "text");
        Fields.create(other, "alertas", "elsewhere", "text");
        Fields.create(other, "precintos", "first", "text", "position", 0);

        Answer list = other.get(CUSTOM_FIELDS + "?entity=precintos").expect(200);

        assertThat(list.each("key")).containsExactly("first", "second", "third");
        assertThat(other.get(CUSTOM_FIELDS).expect(200).items()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({
        "entity, nothing",
        "key, ''",
        "key, Upper",
        "key, 1a",
        "key, a b",
        "key, tenantId",
        "key, constructor",
        "key, ñandú",
        "type, colour",
        "type, TEXT",
        "label, ' '",
        "options, ['a']",
        "colour, red"
    })
    void aBadFieldIsToldWhatIsBad(String member, String value) {
        Map<String, Object> body = Fields.field("precintos", "bad", "text");
        body.put(member, member.equals("options") ? List.of("a") : value);

        Answer answer = owner.post(CUSTOM_FIELDS, body).expectProblem(400, "validation");

        assertThat(answer.json().path("errors").path(0).path("pointer").asText())
                .isEqualTo("/" + member);
    }

    @Test
    void aSelectNeedsOptions() {
        for (List<String> options : List.of(List.<String>of(), List.of("a", "a"), List.of(" "), List.of("a\nb"))) {
            Map<String, Object> body = Fields.field("precintos", "choice", "select");
            body.put("options", options);
            owner.post(CUSTOM_FIELDS, body).expectProblem(400, "validation");
        }
    }

    @Test
    void aKeyIsTakenOnceForAnEntityOfATenant() {
        Fields.create(owner, "precintos", "sameKey", "text");
        owner.post(CUSTOM_FIELDS, Fields.field("precintos", "sameKey", "number"))
                .expectProblem(409, "conflict");
        Fields.create(owner, "alertas", "sameKey", "text");
        Fields.create(Tenants.professional().owner(), "precintos", "sameKey", "text");
    }

    @Test
    void aChangeNeedsTheVersionThatWasRead() {
        Answer field = Fields.create(owner, "precintos", "weight", "number");
        Object change = Json.object("label", "Weight in kg");

        owner.patch(at(field), change).expectProblem(428, "precondition-required");
        Api seen = owner.with("If-Match", field.etag());
        Answer changed = seen.patch(at(field), change).expect(200);
        seen.patch(at(field), change).expectProblem(412, "precondition-failed");

        assertThat(changed.text("label")).isEqualTo("Weight in kg");
        assertThat(changed.text("key")).isEqualTo("weight");
        assertThat(changed.etag()).isNotEqualTo(field.etag());
    }

    @ParameterizedTest
    @CsvSource({"type, text", "key, other", "entity, alertas"})
    void whatAFieldIsDoesNotChangeByTheWay(String member, String value) {
        Answer field = Fields.create(owner, "precintos", "fixed" + member, "number");
        owner.with("If-Match", field.etag())
                .patch(at(field), Json.object(member, value))
                .expectProblem(409, "conflict");
    }

    @Test
    void anOptionThatIsUsedStays() {
        Answer field = Fields.create(owner, "precintos", "colour", "select");
        seal(owner, Json.object("colour", "red"));
        Api seen = owner.with("If-Match", field.etag());

        seen.patch(at(field), Json.object("options", List.of("green"))).expectProblem(409, "conflict");
        seen.patch(at(field), Json.object("options", List.of("red", "blue"))).expect(200);

        seal(owner, Json.object("colour", "blue"));
    }

    @Test
    void aFieldBecomesUniqueOnlyWhileNoValueIsDouble() {
        Answer field = Fields.create(owner, "precintos", "serial", "number");
        String first = seal(owner, Json.object("serial", 7));
        String second = seal(owner, Json.object("serial", 7.0));
        Api seen = owner.with("If-Match", field.etag());
        seen.patch(at(field), Json.object("unique", true)).expectProblem(409, "conflict");

        owner.patch(PRECINTOS + "/" + second, custom("serial", 8)).expect(200);
        seen.patch(at(field), Json.object("unique", true)).expect(200);

        owner.patch(PRECINTOS + "/" + first, custom("serial", 8)).expectProblem(409, "conflict");
        owner.patch(PRECINTOS + "/" + first, custom("serial", 9)).expect(200);
    }

    @Test
    void aFieldWithValuesIsDeletedOnlyIfThatIsMeant() {
        Answer field = Fields.create(owner, "precintos", "gone", "text");
        String seal = seal(owner, Json.object("gone", "soon"));

        owner.delete(at(field)).expectProblem(409, "conflict");
        owner.delete(at(field) + "?values=keep").expectProblem(400, "validation");
        assertThat(owner.get(PRECINTOS + "/" + seal)
                        .json()
                        .at("/customFields/gone")
                        .asText())
                .isEqualTo("soon");
        owner.delete(at(field) + "?values=delete").expect(204);

        owner.get(at(field)).expectProblem(404, "not-found");
        assertThat(owner.get(PRECINTOS + "/" + seal).json().path("customFields"))
                .isEmpty();
    }

    @Test
    void aTypeIsConvertedWithAllValuesOrNot() {
        Answer field = Fields.create(owner, "precintos", "size", "text");
        String good = seal(owner, Json.object("size", "12.50"));
        String bad = seal(owner, Json.object("size", "large"));
        String path = at(field) + "/convert";

        Answer dry =
                owner.post(path, Json.object("type", "number", "dryRun", true)).expect(200);
        assertThat(dry.json().path("convertible").asInt()).isEqualTo(1);
        assertThat(dry.json().path("inconvertible").asInt()).isEqualTo(1);
        assertThat(dry.json().at("/rows/0").asText()).isEqualTo(bad);
        assertThat(dry.json().at("/field/type").asText()).isEqualTo("text");
        owner.post(path, Json.object("type", "number")).expectProblem(409, "conflict");
        assertThat(owner.get(at(field)).expect(200).body()).isEqualTo(field.body());
        assertThat(value(owner, good, "size")).isEqualTo("\"12.50\"");

        owner.patch(PRECINTOS + "/" + bad, custom("size", "100")).expect(200);
        owner.post(path, Json.object("type", "number")).expect(200);

        assertThat(value(owner, good, "size")).isEqualTo("12.5");
        assertThat(value(owner, bad, "size")).isEqualTo("100");
        assertThat(owner.get(PRECINTOS + "?cf.size.from=13").expect(200).each("id"))
                .containsExactly(bad);
        assertThat(owner.get(at(field)).expect(200).text("type")).isEqualTo("number");
    }

    // attack case 30
    @Test
    void theLastFieldOfThePlanIsMadeByExactlyOne() {
        Api starter = Tenants.starter().owner();
        for (int i = 1; i < STARTER_LIMIT; i++) {
            Fields.create(starter, "precintos", "field" + i, "text");
        }

        List<Answer> answers =
                AtOnce.run(8, i -> starter.post(CUSTOM_FIELDS, Fields.field("alertas", "last" + i, "text")));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() != 201).allSatisfy(answer -> {
            answer.expectProblem(402, "limit-exceeded");
            assertThat(answer.text("resource")).isEqualTo("customFields");
            assertThat(answer.json().path("limit").asInt()).isEqualTo(STARTER_LIMIT);
        });
        starter.delete(CUSTOM_FIELDS + "/"
                        + starter.get(CUSTOM_FIELDS).expect(200).each("id").get(0))
                .expect(204);
        Fields.create(starter, "precintos", "again", "text");
    }

    // attack case 31
    @Test
    void withoutTheFeatureValuesStayButNothingIsAdded() {
        Tenant tenant = Tenants.starter();
        Api api = tenant.owner();
        Answer field = Fields.create(api, "precintos", "note", "text", "required", true);
        String seal = seal(api, Json.object("note", "kept"));
        ProductDatabase.moveToPlanWithoutFeatures(tenant.id());

        Answer refused = api.post(CUSTOM_FIELDS, Fields.field("precintos", "more", "text"))
                .expectProblem(403, "feature-not-in-plan");
        assertThat(refused.text("feature")).isEqualTo("customFields");
        Api seen = api.with("If-Match", field.etag());
        seen.patch(at(field), Json.object("label", "Other")).expectProblem(403, "feature-not-in-plan");
        api.post(at(field) + "/convert", Json.object("type", "number")).expectProblem(403, "feature-not-in-plan");
        api.patch(PRECINTOS + "/" + seal, custom("note", "new")).expectProblem(403, "feature-not-in-plan");
        Map<String, Object> body = Domain.precinto();
        body.put("customFields", Json.object("note", "new"));
        api.post(PRECINTOS, body).expectProblem(403, "feature-not-in-plan");

        api.patch(PRECINTOS + "/" + seal, Json.object("batteryPct", 9)).expect(200);
        assertThat(value(api, seal, "note")).isEqualTo("\"kept\"");
        Domain.createPrecinto(api);
    }

    @Test
    void aViewerReadsFieldsOnly() {
        Api viewer = Tenants.demo("viewer@acme.test");
        viewer.get(CUSTOM_FIELDS).expect(200);
        Answer refused = viewer.post(CUSTOM_FIELDS, Fields.field("precintos", "mine", "text"));
        refused.expectProblem(403, "forbidden");
        assertThat(refused.text("permission")).isEqualTo("customFields:write");
        viewer.delete(CUSTOM_FIELDS + "/" + UUID.randomUUID()).expectProblem(403, "forbidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"created", "changed", "converted", "deleted"})
    void whatIsDoneIsInTheActivityLog(String action) {
        Answer field = Fields.create(owner, "alertas", "logged" + action, "text");
        owner.with("If-Match", field.etag())
                .patch(at(field), Json.object("label", "Another label"))
                .expect(200);
        owner.post(at(field) + "/convert", Json.object("type", "date")).expect(200);
        owner.delete(at(field)).expect(204);

        assertThat(owner.get("/api/activity?entity=customField&action=customField." + action)
                        .expect(200)
                        .items())
                .anySatisfy(entry -> {
                    assertThat(entry.path("entityId").asText()).isEqualTo(field.id());
                    assertThat(entry.toString()).contains("logged" + action);
                });
    }

    private static String seal(Api api, Map<String, Object> customFields) {
        Map<String, Object> body = Domain.precinto();
        body.put("customFields", customFields);
        return api.post(PRECINTOS, body).expect(201).id();
    }

    private static Map<String, Object> custom(String key, Object value) {
        return Json.object("customFields", Json.object(key, value));
    }

    private static String value(Api api, String seal, String key) {
        return api.get(PRECINTOS + "/" + seal)
                .expect(200)
                .json()
                .at("/customFields/" + key)
                .toString();
    }
}
