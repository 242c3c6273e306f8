package io.tenantry.billing.invoicing.internal;

import static io.tenantry.platform.json.Jsonp.JSON;

import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonStructure;
import java.io.StringReader;
import java.util.Collection;
import java.util.Map;

/** JSON as text, which is how rows go to the database and come back. Looking for a provider each time would take longer. */
public final class JsonText {

    private static final JsonBuilderFactory BUILDERS = JSON.createBuilderFactory(Map.of());
    private static final JsonReaderFactory READERS = JSON.createReaderFactory(Map.of());

    private JsonText() {}

    public static JsonStructure read(String json) {
        try (JsonReader reader = READERS.createReader(new StringReader(json))) {
            return reader.read();
        }
    }

    /** @param members texts, decimals, whole numbers, booleans, {@code null}, and collections and maps of these */
    public static String of(Map<String, Object> members) {
        return BUILDERS.createObjectBuilder(members).build().toString();
    }

    /** @see #of(Map) */
    public static String of(Collection<?> elements) {
        return BUILDERS.createArrayBuilder(elements).build().toString();
    }
}
