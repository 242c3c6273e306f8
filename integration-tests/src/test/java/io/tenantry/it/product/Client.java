package io.tenantry.it.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The HTTP interface of one of several products at once. */
public record Client(URI address, Map<String, String> headers) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    /** What was answered; members are read with {@link #text}. */
    public record Reply(int status, String body, List<String> cookies) {

        public JsonNode json() {
            return Json.parse(body);
        }

        public String text(String member) {
            return json().path(member).asText();
        }

        public Reply expect(int expected) {
            assertThat(status).as("status of %s", body).isEqualTo(expected);
            return this;
        }
    }

    public static Client of(URI address) {
        return new Client(address, Map.of());
    }

    public Client with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Client(address, more);
    }

    /** The same headers, sent to another product. */
    public Client at(Client other) {
        return new Client(other.address, headers);
    }

    public Client signIn(String email, String password) {
        Reply reply = post("/api/auth/login", Json.object("email", email, "password", password))
                .expect(200);
        return with("Authorization", "Bearer " + reply.text("accessToken"))
                .with("Cookie", reply.cookies().get(0).split(";", 2)[0]);
    }

    public Reply get(String path) {
        return send(request(path).GET());
    }

    /** Begins to read an answer that does not end; asserts that there is one. */
    public EventReader listen(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        headers.forEach(request::setHeader);
        return EventReader.of(CLIENT, request.build());
    }

    public Reply post(String path, Object body) {
        return send(
                request(path).setHeader("Content-Type", "application/json").POST(BodyPublishers.ofString(json(body))));
    }

    public Reply patch(String path, Object body) {
        return send(request(path)
                .setHeader("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(json(body))));
    }

    public Reply put(String path, Object body) {
        return send(
                request(path).setHeader("Content-Type", "application/json").PUT(BodyPublishers.ofString(json(body))));
    }

    public Reply post(String path) {
        return send(request(path).POST(BodyPublishers.noBody()));
    }

    /** One member of all items of a list, page after page. */
    public List<String> each(String path, String member) {
        List<String> values = new ArrayList<>();
        JsonNode page = get(path + "?limit=200").expect(200).json();
        page.path("items").forEach(item -> values.add(item.path(member).asText()));
        while (page.hasNonNull("nextCursor")) {
            page = get(path + "?limit=200&cursor=" + page.path("nextCursor").asText())
                    .expect(200)
                    .json();
            page.path("items").forEach(item -> values.add(item.path(member).asText()));
        }
        return values;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE);
        headers.forEach(request::setHeader);
        return request;
    }

    private static Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Reply(
                    response.statusCode(), response.body(), response.headers().allValues("Set-Cookie"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String json(Object body) {
        try {
            return MAPPER.writeValueAsString(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
