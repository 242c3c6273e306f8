package io.tenantry.tenant.customfield;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A custom field as read.
 *
 * @param options of a {@code select}; empty for other types
 */
public record CustomFieldView(
        UUID id,
        String entity,
        String key,
        String label,
        String type,
        boolean required,
        boolean unique,
        List<String> options,
        int position,
        Instant createdAt,
        long version) {

    /** What a client may change of it. */
    CustomFieldValues values() {
        return new CustomFieldValues(entity, key, label, type, required, unique, options, position);
    }
}
