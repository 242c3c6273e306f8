package io.tenantry.it.product;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** API keys: making them, and signing in with them as a program does. */
public final class Keys {

    public static final String API_KEYS = "/api/api-keys";
    public static final String TOKEN = "/api/auth/token";

    private Keys() {}

    public static Map<String, Object> values(String... scopes) {
        return Json.object("name", "Gate " + Tenants.unique(), "scopes", List.of(scopes));
    }

    /** A new key, the answer to its creation. */
    public static Answer create(Api api, String... scopes) {
        return api.post(API_KEYS, values(scopes)).expect(201);
    }

    public static String at(Answer key) {
        return API_KEYS + "/" + key.id();
    }

    public static Answer rotate(Api api, Answer key, int graceSeconds) {
        return api.post(at(key) + "/rotate", Json.object("graceSeconds", graceSeconds));
    }

    /** The answer to a sign-in with the key's prefix and a secret. */
    public static Answer exchange(String clientId, String secret) {
        return form(Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", secret));
    }

    /** The answer to a form that is sent to the token's address. */
    public static Answer form(Map<String, String> parameters) {
        return post(Api.anonymous(), parameters);
    }

    public static Answer post(Api api, Map<String, String> parameters) {
        String body = parameters.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        return api.with("Content-Type", "application/x-www-form-urlencoded").post(TOKEN, body);
    }

    /** Signed in with the secret of a creation or rotation. */
    public static Api signIn(Answer issued) {
        return Api.bearer(exchange(issued.text("prefix"), issued.text("secret"))
                .expect(200)
                .text("access_token"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
