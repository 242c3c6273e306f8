package io.tenantry.it.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the product answered. */
public record Answer(int status, HttpHeaders headers, String body) {

    static Answer of(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    public JsonNode json() {
        return Json.parse(body);
    }

    /** A member as text; empty when absent. */
    public String text(String member) {
        return json().path(member).asText();
    }

    public String id() {
        return text("id");
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    public String etag() {
        return header("ETag");
    }

    public Stream<JsonNode> items() {
        return StreamSupport.stream(json().path("items").spliterator(), false);
    }

    /** One member of every item of a list. */
    public List<String> each(String member) {
        return items().map(item -> item.path(member).asText()).toList();
    }

    /** Headers that may tell two answers apart; only the time is let through. */
    public Map<String, List<String>> comparableHeaders() {
        Map<String, List<String>> comparable = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        comparable.putAll(headers.map());
        comparable.remove("Date");
        return comparable;
    }

    public Answer expect(int expected) {
        assertThat(status).as("status of %s", this).isEqualTo(expected);
        return this;
    }

    /** Asserts an RFC 9457 body of this kind. */
    public Answer expectProblem(int expected, String slug) {
        expect(expected);
        assertThat(header("Content-Type")).as("type of %s", this).startsWith("application/problem+json");
        assertThat(text("type")).as("problem type of %s", this).isEqualTo("/problems/" + slug);
        assertThat(json().path("status").asInt()).isEqualTo(expected);
        assertThat(text("title")).isNotBlank();
        return this;
    }

    @Override
    public String toString() {
        return status + " " + (body.length() > 1000 ? body.substring(0, 1000) + "…" : body);
    }
}
