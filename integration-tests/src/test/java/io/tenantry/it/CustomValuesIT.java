package io.tenantry.it;

import static io.tenantry.it.product.Domain.ALERTAS;
import static io.tenantry.it.product.Domain.PRECINTOS;
import static io.tenantry.it.product.Domain.TRANSITOS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.AtOnce;
import io.tenantry.it.product.Domain;
import io.tenantry.it.product.Fields;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.Tenants;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of custom fields on seals, transits and alerts alike. */
class CustomValuesIT extends BlackBox {

    private static Api owner;
    private static String precinto;

    @BeforeAll
    static void makesTenant() {
        owner = Tenants.professional().owner();
        precinto = Domain.createPrecinto(owner);
        for (String entity : List.of("precintos", "transitos", "alertas")) {
            Fields.create(owner, entity, "text", "text");
            Fields.create(owner, entity, "number", "number");
            Fields.create(owner, entity, "flag", "boolean");
            Fields.create(owner, entity, "day", "date");
            Fields.create(owner, entity, "colour", "select");
            Fields.create(owner, entity, "serial", "text", "unique", true);
        }
    }

    /** A kind of rows, and a member of it that may be changed to a text. */
    record Kind(String path, String entity, String member, String text) {

        static Stream<Kind> all() {
            return Stream.of(
                    new Kind(PRECINTOS, "precinto", "status", "retired"),
                    new Kind(TRANSITOS, "transito", "destination", "Rosario"),
                    new Kind(ALERTAS, "alerta", "severity", "low"));
        }

        Map<String, Object> body(Object customFields) {
            Map<String, Object> body = switch (path) {
                case PRECINTOS -> Domain.precinto();
                case TRANSITOS -> Domain.transito(precinto);
                default -> Domain.alerta(precinto);
            };
            body.put("customFields", customFields);
            return body;
        }

        Answer create(Object... customFields) {
            return owner.post(path, body(Json.object(customFields))).expect(201);
        }

        Answer patch(Answer row, Object... customFields) {
            return owner.patch(at(row), Json.object("customFields", Json.object(customFields)));
        }

        String at(Answer row) {
            return path + "/" + row.id();
        }

        List<String> found(String query) {
            return owner.get(path + "?" + query).expect(200).each("id");
        }
    }

    static Stream<Kind> kinds() {
        return Kind.all();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void valuesComeBackExactlyAsTheyWereSent(Kind kind) {
        String values = "{\"text\":\"ñ 印 'x'\",\"number\":-12345678901234567890.0123456789,"
                + "\"flag\":false,\"day\":\"2024-02-29\",\"colour\":\"green\"}";

        Answer created =
                owner.post(kind.path(), kind.body(new RawValue(values))).expect(201);

        assertThat(created.body()).contains("\"customFields\":" + values);
        assertThat(owner.get(kind.at(created)).expect(200).body()).isEqualTo(created.body());
        assertThat(owner.get(kind.path() + "?limit=1").expect(200).body()).contains(values);
        assertThat(logged(kind, "created", created)
                        .at("/after/customFields/day")
                        .asText())
                .isEqualTo("2024-02-29");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aChangeOfValuesAloneIsAChange(Kind kind) {
        Answer before = kind.create("text", "old", "number", 1);
        Api seen = owner.with("If-Match", before.etag());
        Object change = Json.object("customFields", Json.object("text", "new", "number", null, "flag", true));

        Answer after = seen.patch(kind.at(before), change).expect(200);

        assertThat(after.json().path("customFields").toString()).isEqualTo("{\"text\":\"new\",\"flag\":true}");
        assertThat(after.etag()).isNotEqualTo(before.etag());
        assertThat(owner.get(kind.at(before)).expect(200).etag()).isEqualTo(after.etag());
        assertThat(owner.get(kind.at(before)).expect(200).body()).isEqualTo(after.body());
        seen.patch(kind.at(before), change).expectProblem(412, "precondition-failed");
        JsonNode entry = logged(kind, "changed", before);
        assertThat(entry.at("/before/customFields").toString()).isEqualTo("{\"text\":\"old\",\"number\":1}");
        assertThat(entry.at("/after/customFields").toString()).isEqualTo("{\"text\":\"new\",\"flag\":true}");
        owner.with("If-Match", after.etag())
                .patch(kind.at(before), Json.object(kind.member(), kind.text()))
                .expect(200);
        assertThat(kind.patch(before, "text", "new").expect(200).etag())
                .isEqualTo(owner.get(kind.at(before)).etag());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aStepKeepsValues(Kind kind) {
        Answer row = kind.create("text", "kept");
        String step = kind.path().equals(TRANSITOS) ? "/start" : kind.path().equals(ALERTAS) ? "/acknowledge" : null;
        Answer after = step == null
                ? owner.patch(kind.at(row), Json.object(kind.member(), kind.text()))
                : owner.post(kind.at(row) + step);
        assertThat(after.expect(200).json().at("/customFields/text").asText()).isEqualTo("kept");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aBadValueIsToldWhereItIs(Kind kind) {
        Map<String, Object> bad = Json.object(
                "text", 1, "number", "1", "flag", "true", "day", "2026-02-30", "colour", "blue", "other/one", "x");

        Answer answer = owner.post(kind.path(), kind.body(bad)).expectProblem(400, "validation");

        List<String> pointers = new ArrayList<>();
        answer.json()
                .path("errors")
                .forEach(error -> pointers.add(error.path("pointer").asText()));
        assertThat(pointers)
                .containsExactlyInAnyOrder(
                        "/customFields/text",
                        "/customFields/number",
                        "/customFields/flag",
                        "/customFields/day",
                        "/customFields/colour",
                        "/customFields/other~1one");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"number\":1e999999}",
                "{\"number\":1e-999999}",
                "{\"number\":123456789012345678901}",
                "{\"number\":[1]}",
                "{\"text\":{}}",
                "{\"text\":\"\"}",
                "{\"text\":\"a\\u0000b\"}",
                "{\"text\":\"\\ud800\"}",
                "{\"day\":\"+99999-01-01\"}",
                "{\"day\":\"1899-12-31\"}",
                "{\"__proto__\":\"x\"}",
                "{\"text\":\"a\",\"text\":\"b\"}",
                "[]",
                "\"text\""
            })
    void whatNoFieldTakesIsRefused(String values) {
        owner.post(PRECINTOS, "{\"code\":\"bad\",\"customFields\":" + values + "}")
                .expectProblem(400, "validation");
        owner.post(PRECINTOS, "{\"code\":\"bad\",\"customFields\":{\"text\":\"" + "x".repeat(501) + "\"}}")
                .expectProblem(400, "validation");
    }

    @Test
    void theLongestTextIsStoredAndFoundAndPaged() {
        String longest = "\uD83D\uDE00".repeat(500);
        Kind kind = Kind.all().toList().get(0);
        Answer first = kind.create("text", longest);
        kind.create("text", longest);

        assertThat(kind.found("limit=1&cf.text=" + encoded("\uD83D\uDE00".repeat(400))))
                .isEmpty();
        Answer page = owner.get(PRECINTOS + "?limit=1&sort=-cf.text").expect(200);
        assertThat(page.items()
                        .findFirst()
                        .orElseThrow()
                        .at("/customFields/text")
                        .asText())
                .isEqualTo(longest);
        assertThat(kind.found("limit=1&sort=-cf.text&cursor=" + page.text("nextCursor")))
                .containsExactly(first.id());
    }

    // attack case 10
    @ParameterizedTest
    @MethodSource("kinds")
    void aUniqueValueIsHadByOneRowWhoeverComesAtOnce(Kind kind) {
        String serial = "S-" + Tenants.unique();

        List<Answer> answers = AtOnce.run(4, i -> owner.post(kind.path(), kind.body(Json.object("serial", serial))));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() != 201).allSatisfy(answer -> {
            answer.expectProblem(409, "conflict");
            assertThat(answer.json().at("/errors/0/pointer").asText()).isEqualTo("/customFields/serial");
        });
        Answer holder = answers.stream()
                .filter(answer -> answer.status() == 201)
                .findFirst()
                .orElseThrow();
        kind.patch(kind.create(), "serial", serial).expectProblem(409, "conflict");
        kind.patch(holder, "serial", "S-" + Tenants.unique()).expect(200);
        kind.create("serial", serial);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void listsAreNarrowedByEachType(Kind kind) {
        String text = "T-" + Tenants.unique() + " & 100%";
        Answer one = kind.create("text", text, "number", 10.5, "flag", true, "day", "2031-01-31", "colour", "red");
        Answer two = kind.create("text", text, "number", 11, "flag", false, "day", "2031-02-01", "colour", "green");
        kind.create("number", 10.5);
        String same = "cf.text=" + encoded(text) + "&";

        assertThat(kind.found(same + "sort=createdAt")).containsExactly(one.id(), two.id());
        assertThat(kind.found(same + "cf.number=10.50")).containsExactly(one.id());
        assertThat(kind.found(same + "cf.number.from=10.5&cf.number.to=11&sort=-createdAt"))
                .containsExactly(two.id(), one.id());
        assertThat(kind.found(same + "cf.number.from=10.6")).containsExactly(two.id());
        assertThat(kind.found(same + "cf.flag=true")).containsExactly(one.id());
        assertThat(kind.found(same + "cf.day=2031-02-01")).containsExactly(two.id());
        assertThat(kind.found(same + "cf.day.to=2031-01-31")).containsExactly(one.id());
        assertThat(kind.found(same + "cf.colour=green&cf.flag=false")).containsExactly(two.id());
        assertThat(kind.found(same + "cf.colour=green&cf.flag=true")).isEmpty();
    }

    // attack case 11
    @ParameterizedTest
    @ValueSource(
            strings = {
                "cf.nothing=1",
                "cf.=1",
                "cf=1",
                "cf.text'=1",
                "cf.text)or(1=1",
                "cf.text.from=a",
                "cf.number=abc",
                "cf.number=1e999999999",
                "cf.flag=TRUE",
                "cf.day=yesterday",
                "cf.colour=blue",
                "cf.text=a&cf.text=b",
                "cf.text=%00",
                "cf.text=",
                "sort=cf.nothing",
                "sort=cf.text,cf.number",
                "sort=cf.text%20desc",
                "sort=cf.SQL('1')",
                "sort=--cf.text",
                "sort=cf.text&cursor=AAAA",
                "sort=cf.",
                "sort=text"
            })
    void aNameThatIsNoFieldNeverReachesAQuery(String query) {
        String escaped = query.replace("'", "%27").replace(")", "%29").replace("(", "%28");
        owner.get(PRECINTOS + "?" + escaped).expectProblem(400, "validation");
    }

    @Test
    void otherListsTakeNoCustomFilter() {
        owner.get("/api/users?cf.text=1").expectProblem(400, "validation");
        owner.get("/api/users?sort=cf.text").expectProblem(400, "validation");
    }

    // attack case 6
    @Test
    void aFieldOfAnotherTenantIsUnknown() {
        Api other = Tenants.professional().owner();
        Map<String, Object> body = Domain.precinto();
        body.put("customFields", Json.object("text", "x"));
        other.post(PRECINTOS, body).expectProblem(400, "validation");
        other.get(PRECINTOS + "?cf.text=x").expectProblem(400, "validation");
        other.get(PRECINTOS + "?sort=cf.text").expectProblem(400, "validation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"number", "text", "day", "flag"})
    void pagesHoldEveryRowOnceInTheOrderOfAField(String key) {
        Kind kind = Kind.all().toList().get(2);
        Api own = Tenants.professional().owner();
        String seal = Domain.createPrecinto(own);
        String type = Map.of("number", "number", "text", "text", "day", "date", "flag", "boolean")
                .get(key);
        Fields.create(own, "alertas", key, type);
        List<Object> values = switch (key) {
            case "number" -> List.of(-1.5, 2, 10);
            case "text" -> List.of("a", "b", "c");
            case "day" -> List.of("1999-12-31", "2000-01-01", "2000-01-02");
            default -> List.of(false, true, true);
        };
        List<String> ids = new ArrayList<>();
        List<String> without = new ArrayList<>();
        for (Object value : values) {
            without.add(Domain.createAlerta(own, seal));
            Map<String, Object> body = Domain.alerta(seal);
            body.put("customFields", Json.object(key, value));
            ids.add(own.post(ALERTAS, body).expect(201).id());
        }
        List<String> backwards = new ArrayList<>(ids);
        Collections.reverse(backwards);
        List<String> withoutBackwards = new ArrayList<>(without);
        Collections.reverse(withoutBackwards);

        for (int limit = 1; limit <= 4; limit++) {
            assertThat(paged(own, kind.path(), "cf." + key, limit)).containsExactlyElementsOf(concat(ids, without));
            assertThat(paged(own, kind.path(), "-cf." + key, limit))
                    .containsExactlyElementsOf(concat(backwards, withoutBackwards));
        }
        assertThat(paged(own, kind.path(), "cf." + key + "&status=open", 2)).hasSize(6);
        assertThat(paged(own, kind.path(), "cf." + key + "&status=resolved", 2)).isEmpty();
    }

    @Test
    void aRequiredFieldIsAskedForWhenARowIsMadeOrChanged() {
        Api own = Tenants.professional().owner();
        String before = Domain.createPrecinto(own);
        Fields.create(own, "precintos", "must", "text", "required", true);

        Answer refused = own.post(PRECINTOS, Domain.precinto()).expectProblem(400, "validation");
        assertThat(refused.json().at("/errors/0/pointer").asText()).isEqualTo("/customFields/must");
        own.patch(PRECINTOS + "/" + before, Json.object("status", "retired")).expectProblem(400, "validation");

        Object given = Json.object("status", "retired", "customFields", Json.object("must", "x"));
        own.patch(PRECINTOS + "/" + before, given).expect(200);
        own.patch(PRECINTOS + "/" + before, Json.object("status", "available")).expect(200);
        own.patch(PRECINTOS + "/" + before, Json.object("customFields", Json.object("must", null)))
                .expectProblem(400, "validation");
        own.patch(PRECINTOS + "/" + before, Json.object("customFields", null)).expectProblem(400, "validation");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void valuesGoWithTheirRow(Kind kind) {
        String key = "temporary";
        Answer field = Fields.create(owner, kind.path().substring("/api/".length()), key, "text");
        Answer row = kind.create(key, "x");
        owner.delete(Fields.at(field)).expectProblem(409, "conflict");

        owner.delete(kind.at(row)).expect(204);

        assertThat(logged(kind, "deleted", row)
                        .at("/before/customFields/temporary")
                        .asText())
                .isEqualTo("x");
        owner.delete(Fields.at(field)).expect(204);
    }

    private static JsonNode logged(Kind kind, String action, Answer row) {
        return owner.get("/api/activity?limit=200&action=" + kind.entity() + "." + action)
                .expect(200)
                .items()
                .filter(entry -> entry.path("entityId").asText().equals(row.id()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> paged(Api api, String path, String sort, int limit) {
        List<String> ids = new ArrayList<>();
        String first = path + "?limit=" + limit + "&sort=" + sort;
        Answer page = api.get(first).expect(200);
        ids.addAll(page.each("id"));
        while (page.json().hasNonNull("nextCursor")) {
            page = api.get(first + "&cursor=" + page.text("nextCursor")).expect(200);
            ids.addAll(page.each("id"));
        }
        return ids;
    }

    private static List<String> concat(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
