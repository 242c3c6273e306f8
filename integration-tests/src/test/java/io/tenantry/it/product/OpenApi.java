package io.tenantry.it.product;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The operations of the published OpenAPI document. */
public final class OpenApi {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    /**
     * One method on one path, as {@code PATCH /api/precintos/{id}}.
     *
     * @param mediaType of the body, {@code null} if there is none
     */
    public record Operation(String method, String path, String mediaType) {

        public boolean hasBody() {
            return mediaType != null;
        }

        /** Whether the path names a single thing. */
        public boolean isOfOneThing() {
            return path.contains("{");
        }

        public boolean isAdministration() {
            return path.startsWith("/api/admin/");
        }

        /** The path up to the first parameter. */
        public String collection() {
            return path.substring(0, path.indexOf("/{"));
        }

        /** The path with the id in the place of every parameter. */
        public String pathOf(String id) {
            return path.replaceAll("\\{[^}]*}", id);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private OpenApi() {}

    public static List<Operation> operations() {
        JsonNode document = Api.anonymous()
                .with("Accept", "application/json")
                .get("/openapi")
                .expect(200)
                .json();
        List<Operation> operations = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .forEach(method -> operations.add(new Operation(
                                method.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                mediaType(method.getValue())))));
        return operations;
    }

    /** The first of those it takes. */
    private static String mediaType(JsonNode operation) {
        Iterator<String> types = operation.path("requestBody").path("content").fieldNames();
        return types.hasNext() ? types.next() : null;
    }
}
