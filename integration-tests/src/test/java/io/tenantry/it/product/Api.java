package io.tenantry.it.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A client of the HTTP interface with the headers it sends along; never follows, retries or remembers. */
public final class Api {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    private final Map<String, String> headers;

    private Api(Map<String, String> headers) {
        this.headers = headers;
    }

    public static Api anonymous() {
        return new Api(Map.of());
    }

    /** Signed in to the only or last tenant of the account. */
    public static Api signIn(String email, String password) {
        return bearer(login(Json.object("email", email, "password", password)));
    }

    public static Api signIn(String email, String password, String tenant) {
        return bearer(login(Json.object("email", email, "password", password, "tenant", tenant)));
    }

    public static Api bearer(String token) {
        return anonymous().with("Authorization", "Bearer " + token);
    }

    private static String login(Object body) {
        return anonymous().post("/api/auth/login", body).expect(200).text("accessToken");
    }

    /** The same client with one more header, or another value of one. */
    public Api with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Api(more);
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer post(String path, Object body) {
        return send("POST", path, body);
    }

    public Answer post(String path) {
        return send("POST", path, null);
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, body);
    }

    public Answer patch(String path, Object body) {
        return send("PATCH", path, body);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    private static BodyPublisher publisher(Object body) {
        if (body == null) {
            return BodyPublishers.noBody();
        }
        return body instanceof byte[] bytes
                ? BodyPublishers.ofByteArray(bytes)
                : BodyPublishers.ofString(Json.write(body));
    }

    /** Begins to read an answer that does not end; asserts that there is one. */
    public EventReader listen(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(Product.uri(path));
        headers.forEach(request::setHeader);
        return EventReader.of(CLIENT, request.build());
    }

    /** Any method; a body goes as JSON unless a content type is set, and bytes go as they are. */
    public Answer send(String method, String path, Object body) {
        BodyPublisher publisher = publisher(body);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(Product.uri(path)).timeout(PATIENCE).method(method, publisher);
        if (body != null) {
            request.setHeader("Content-Type", "application/json");
        }
        return Answer.of(send(request, BodyHandlers.ofString(), method + " " + path));
    }

    /** What is at an address, byte by byte. */
    public byte[] bytes(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(Product.uri(path)).timeout(PATIENCE);
        return send(request, BodyHandlers.ofByteArray(), "GET " + path).body();
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> handler, String what) {
        headers.forEach(request::setHeader);
        try {
            return CLIENT.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(what, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
