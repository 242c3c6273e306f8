package io.tenantry.billing.invoicing.internal;

import static io.tenantry.platform.json.Jsonp.JSON;

import java.util.Collection;
import java.util.Map;

/** JSON as text, which is how rows go to the database. */
public final class JsonText {

    private JsonText() {}

    /** @param members texts, decimals, whole numbers, booleans, {@code null}, and collections and maps of these */
    public static String of(Map<String, Object> members) {
        return JSON.createObjectBuilder(members).build().toString();
    }

    /** @see #of(Map) */
    public static String of(Collection<?> elements) {
        return JSON.createArrayBuilder(elements).build().toString();
    }
}
