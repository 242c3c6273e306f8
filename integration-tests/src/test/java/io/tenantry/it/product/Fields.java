package io.tenantry.it.product;

import java.util.List;
import java.util.Map;

/** Custom fields: where they are and how they are made. */
public final class Fields {

    public static final String CUSTOM_FIELDS = "/api/custom-fields";

    private Fields() {}

    /** A body; further members may be put into it. */
    public static Map<String, Object> field(String entity, String key, String type) {
        Map<String, Object> body = Json.object("entity", entity, "key", key, "label", "Field " + key, "type", type);
        if (type.equals("select")) {
            body.put("options", List.of("red", "green"));
        }
        return body;
    }

    public static Answer create(Api api, String entity, String key, String type, Object... more) {
        Map<String, Object> body = field(entity, key, type);
        body.putAll(Json.object(more));
        return api.post(CUSTOM_FIELDS, body).expect(201);
    }

    public static String at(Answer field) {
        return CUSTOM_FIELDS + "/" + field.id();
    }
}
