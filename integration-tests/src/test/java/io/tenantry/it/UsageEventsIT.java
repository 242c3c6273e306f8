package io.tenantry.it;

import static io.tenantry.it.product.Usages.event;
import static io.tenantry.it.product.Usages.report;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.AtOnce;
import io.tenantry.it.product.Billing;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.Members;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import io.tenantry.it.product.Usages;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Events of what was used elsewhere: each counts once, and what is wrong with one keeps no other out. */
class UsageEventsIT extends BlackBox {

    private static final String NOW = Instant.now().toString();

    private final Tenant tenant = Tenants.professional();
    private final Api owner = tenant.owner();

    @Test
    void tenThousandEventsSentTwiceAtOnceCountOnce() {
        List<Map<String, Object>> events = IntStream.range(0, 10_000)
                .mapToObj(i -> event("event-" + i, i % 2 == 0 ? "transitos" : "alertas", 2, NOW))
                .toList();

        List<Answer> answers = AtOnce.run(2, i -> report(owner, events));

        assertThat(answers).allSatisfy(answer -> answer.expect(200));
        assertThat(sum(answers, "accepted")).isEqualTo(10_000);
        assertThat(sum(answers, "duplicates")).isEqualTo(10_000);
        assertThat(Usages.of(owner, "transitos").path("used").asInt()).isEqualTo(10_000);
        assertThat(Usages.of(owner, "alertas").path("used").asInt()).isEqualTo(10_000);
    }

    // attack case: usage of another tenant by its ids
    @Test
    void anIdOfAnotherTenantIsFree() {
        Api other = Tenants.professional().owner();
        report(owner, List.of(event("a", "transitos", 1, NOW))).expect(200);

        Answer answer = report(other, List.of(event("a", "transitos", 4, NOW))).expect(200);

        assertThat(answer.json().path("accepted").asInt()).isEqualTo(1);
        assertThat(Usages.of(other, "transitos").path("used").asInt()).isEqualTo(4);
        assertThat(Usages.of(owner, "transitos").path("used").asInt()).isEqualTo(1);
    }

    @Test
    void whatIsWrongIsRejectedOneByOne() {
        List<Map<String, Object>> events = new ArrayList<>();
        events.add(event("good", "transitos", 1.5, NOW));
        events.add(event("good", "transitos", 1.5, NOW));
        events.add(event("text", "transitos", "0.000000001", NOW));
        events.add(event("", "transitos", 1, NOW));
        events.add(event("a b", "transitos", 1, NOW));
        events.add(event("x".repeat(201), "transitos", 1, NOW));
        events.add(event("b", "dragons", 1, NOW));
        events.add(event("c", "users", 1, NOW));
        events.add(event("d", "transitos", 0, NOW));
        events.add(event("e", "transitos", -1, NOW));
        events.add(event("f", "transitos", 1e300, NOW));
        events.add(event("g", "transitos", 1e-10, NOW));
        events.add(event("h", "transitos", "many", NOW));
        events.add(event("i", "transitos", 1, "yesterday"));
        events.add(event(
                "j", "transitos", 1, Instant.now().minus(Duration.ofDays(400)).toString()));
        events.add(event(
                "k", "transitos", 1, Billing.now().plus(Duration.ofMinutes(6)).toString()));
        events.add(Json.object("id", "l", "resource", "transitos", "quantity", 1, "at", NOW, "tenantId", "x"));
        events.add(Json.object());

        Answer answer = report(owner, events).expect(200);

        assertThat(answer.json().path("accepted").asInt()).isEqualTo(2);
        assertThat(answer.json().path("duplicates").asInt()).isEqualTo(1);
        assertThat(answer.json().path("rejected"))
                .extracting(one ->
                        one.path("index").asInt() + " " + one.path("reason").asText())
                .containsExactly(
                        "3 invalid-id",
                        "4 invalid-id",
                        "5 invalid-id",
                        "6 unknown-resource",
                        "7 resource-is-held",
                        "8 invalid-quantity",
                        "9 invalid-quantity",
                        "10 invalid-quantity",
                        "11 invalid-quantity",
                        "12 invalid-quantity",
                        "13 invalid-time",
                        "14 too-old",
                        "15 in-the-future",
                        "16 invalid-event",
                        "17 invalid-id");
        assertThat(Usages.of(owner, "transitos").path("used").decimalValue()).isEqualByComparingTo("1.500000001");
    }

    @Test
    void anEventCountsOnItsDay() {
        String earlier = Instant.now().minus(Duration.ofDays(40)).toString();
        report(owner, List.of(event("old", "webhooks", 7, earlier))).expect(200);

        assertThat(Usages.of(owner, "webhooks").path("used").asInt()).isZero();
        JsonNode days = owner.get("/api/usage/history?resource=webhooks&from=" + earlier.substring(0, 10) + "&to="
                        + NOW.substring(0, 10))
                .expect(200)
                .json()
                .path("items");
        assertThat(days.path(0).path("quantity").asInt()).isEqualTo(7);
        assertThat(days.path(1).path("quantity").asInt()).isZero();
    }

    @Test
    void aRepeatedCallIsAnsweredAsBefore() {
        Api repeating = owner.with("Idempotency-Key", UUID.randomUUID().toString());
        List<Map<String, Object>> events = List.of(event("once", "transitos", 1, NOW));

        Answer first = report(repeating, events).expect(200);
        Answer second = report(repeating, events).expect(200);

        assertThat(second.json()).isEqualTo(first.json());
        assertThat(second.json().path("accepted").asInt()).isEqualTo(1);
        report(repeating, List.of(event("other", "transitos", 1, NOW))).expectProblem(422, "idempotency-key-reused");
    }

    @Test
    void aCallHasOneToTenThousandEventsAndAMemberWhoMay() {
        report(owner, List.of()).expectProblem(400, "validation");
        owner.post(Usages.EVENTS, Json.object()).expectProblem(400, "validation");
        owner.post(Usages.EVENTS, "{\"events\":{}}").expectProblem(400, "validation");
        String many = "{\"events\":[" + "{},".repeat(10_000) + "{}]}";
        owner.post(Usages.EVENTS, many).expectProblem(400, "validation");
        Answer refused = report(Members.add(tenant, "viewer").api(), List.of(event("v", "transitos", 1, NOW)));
        assertThat(refused.expectProblem(403, "forbidden").text("permission")).isEqualTo("usage:write");
    }

    private static int sum(List<Answer> answers, String member) {
        return answers.stream()
                .mapToInt(answer -> answer.json().path(member).asInt())
                .sum();
    }
}
