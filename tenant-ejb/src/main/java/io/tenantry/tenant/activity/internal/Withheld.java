package io.tenantry.tenant.activity.internal;

import static io.tenantry.platform.json.Jsonp.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.regex.Pattern;

/** The last line of defence against secrets in the log: the values of members that are named like one. */
public final class Withheld {

    /** What stands in the place of a value. */
    public static final String MARK = "***";

    private static final Pattern SECRET =
            Pattern.compile("password|passwd|secret|token|hash|credential", Pattern.CASE_INSENSITIVE);

    private Withheld() {}

    public static JsonObject from(JsonObject values) {
        JsonObjectBuilder kept = JSON.createObjectBuilder();
        values.forEach(
                (name, value) -> kept.add(name, SECRET.matcher(name).find() ? JSON.createValue(MARK) : within(value)));
        return kept.build();
    }

    private static JsonValue within(JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT -> from(value.asJsonObject());
            case ARRAY -> within(value.asJsonArray());
            default -> value;
        };
    }

    private static JsonArray within(JsonArray values) {
        JsonArrayBuilder kept = JSON.createArrayBuilder();
        values.forEach(value -> kept.add(within(value)));
        return kept.build();
    }
}
