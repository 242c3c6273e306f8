package io.tenantry.tenant.email.internal;

import static io.tenantry.platform.json.Jsonp.JSON;

import io.tenantry.platform.json.Jsonp;
import io.tenantry.tenant.email.EmailKey;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The variables of an e-mail, as the outbox keeps them. */
public final class Variables {

    private Variables() {}

    /** @throws IllegalArgumentException unless exactly the key's variables are given, on one line each */
    public static String json(EmailKey key, Map<String, String> values) {
        if (!values.keySet().equals(Set.copyOf(key.variables()))) {
            throw new IllegalArgumentException(key.code() + " takes " + key.variables() + ", not " + values.keySet());
        }
        JsonObjectBuilder json = JSON.createObjectBuilder();
        values.forEach((name, value) -> {
            if (value.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException(name + " has a control character");
            }
            json.add(name, value);
        });
        return json.build().toString();
    }

    public static Map<String, String> parse(String json) {
        Map<String, String> values = new TreeMap<>();
        Jsonp.read(json).asJsonObject().forEach((name, value) -> values.put(name, ((JsonString) value).getString()));
        return values;
    }
}
