package io.tenantry.tenant.customfield;

import java.util.Map;
import java.util.UUID;

/** A row of any protected table, as a list of it would be read. */
public record ThingRow(UUID id, String actor, Map<String, Object> customFields) implements Customized<ThingRow> {

    public ThingRow(UUID id, String actor) {
        this(id, actor, Map.of());
    }

    @Override
    public ThingRow with(Map<String, Object> values) {
        return new ThingRow(id, actor, values);
    }
}
