package io.tenantry.it;

import static io.tenantry.it.product.Domain.PRECINTOS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.Tenants;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, the answer says in the caller's language what was wrong with it, and nothing about the inside. */
class BadInputIT extends BlackBox {

    private static final String[] INSIDE = {"java.", "org.", "com.", "Exception", "select ", "SQL", "jackson", "\tat "};

    private static Api owner;

    @BeforeAll
    static void makesTenant() {
        owner = Tenants.professional().owner();
    }

    @AfterAll
    static void nothingWasChanged() {
        assertThat(owner.get(PRECINTOS).expect(200).items()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.tenantry.it.BadRequests#all")
    void isRefusedAsWhatItIs(BadRequests.Bad bad) {
        String request = UUID.randomUUID().toString();
        Answer english = bad.send(owner.with("X-Request-Id", request).with("Accept-Language", "en"));
        isProblem(bad, english, request);
        assertThat(english.text("type").replace("/problems/", ""))
                .as("%s: %s", bad, english)
                .isIn(bad.problems());

        Answer spanish = bad.send(owner.with("X-Request-Id", request).with("Accept-Language", "es"));
        isProblem(bad, spanish, request);
        assertThat(spanish.status()).isEqualTo(english.status());
        assertThat(spanish.text("type")).isEqualTo(english.text("type"));
        assertThat(spanish.text("title")).as("%s", bad).isNotEqualTo(english.text("title"));
    }

    /** The server's parser refuses it before any application is asked, so there is no problem in it. */
    @Test
    void aPathWithNulIsRefused() {
        // by the server itself, before the application
        assertThat(owner.get("/api/precintos/%00").status()).isIn(400, 404);
    }

    private static void isProblem(BadRequests.Bad bad, Answer answer, String request) {
        assertThat(answer.status()).as("%s: %s", bad, answer).isBetween(400, 499);
        assertThat(answer.header("Content-Type")).as("%s: %s", bad, answer).startsWith("application/problem+json");
        assertThat(answer.json().path("status").asInt()).isEqualTo(answer.status());
        assertThat(answer.text("instance")).as("%s: %s", bad, answer).isEqualTo(request);
        assertThat(answer.header("X-Request-Id")).isEqualTo(request);
        assertThat(answer.text("title")).isNotBlank();
        assertThat(answer.body()).as("%s", bad).doesNotContain(INSIDE);
        assertThat(answer.body().length()).as("length of the answer to %s", bad).isLessThan(5_000);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"code\":\"a\",\"colour\":\"red\"}', /colour",
        "'{}', /code",
        "'{\"code\":\"a\",\"batteryPct\":101}', /batteryPct",
        "'{\"code\":\"a\",\"status\":\"lost\"}', /status"
    })
    void theProblemPointsAtTheMember(String body, String pointer) {
        Answer answer = owner.post(PRECINTOS, body).expectProblem(400, "validation");
        assertThat(answer.json().path("errors")).as(answer.toString()).isNotEmpty();
        assertThat(answer.json().path("errors").path(0).path("pointer").asText())
                .isEqualTo(pointer);
        assertThat(answer.json().path("errors").path(0).path("detail").asText()).isNotBlank();
    }

    @Test
    void theWrongMethodIsToldTheRightOnes() {
        Answer answer = owner.put(PRECINTOS, Json.object()).expectProblem(405, "method-not-allowed");
        assertThat(answer.header("Allow")).contains("GET", "POST");
    }

    @ParameterizedTest
    @ValueSource(ints = {9_000, 70_000})
    void anOverlongAddressIsNoServerError(int length) {
        int status = owner.get(PRECINTOS + "?cursor=" + "a".repeat(length)).status();
        assertThat(status).isBetween(400, 499);
    }

    @ParameterizedTest
    @ValueSource(ints = {7_000, 70_000})
    void anOverlongHeaderIsNoServerError(int length) {
        int status = owner.with("X-Filler", "a".repeat(length)).get(PRECINTOS).status();
        assertThat(status).isLessThan(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic YTpi", "Bearer", "Bearer x", "Bearer a.b.c", "bearer ..", "Bearer \u00e9"})
    void aStrangeAuthorizationIsNoIdentity(String authorization) {
        Api.anonymous().with("Authorization", authorization).get(PRECINTOS).expectProblem(401, "unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>", "a b", "../..", "a'or''='"})
    void aStrangeRequestIdIsReplaced(String id) {
        Answer answer = Api.anonymous().with("X-Request-Id", id).get(PRECINTOS).expectProblem(401, "unauthenticated");
        assertThat(answer.text("instance")).isNotBlank().isNotEqualTo(id).isEqualTo(answer.header("X-Request-Id"));
    }
}
