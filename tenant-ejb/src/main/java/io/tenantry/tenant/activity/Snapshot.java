package io.tenantry.tenant.activity;

import java.util.LinkedHashMap;
import java.util.Map;

/** Collects an entity's values for the activity log, leaving out what has none. */
public final class Snapshot {

    private final Map<String, Object> values = new LinkedHashMap<>();

    public Snapshot with(String member, Object value) {
        if (value != null) {
            values.put(member, value instanceof Number ? value : value.toString());
        }
        return this;
    }

    /** What the tenant has added. */
    public Snapshot withCustom(Map<String, Object> customFields) {
        if (!customFields.isEmpty()) {
            values.put("customFields", customFields);
        }
        return this;
    }

    public Map<String, Object> values() {
        return values;
    }
}
