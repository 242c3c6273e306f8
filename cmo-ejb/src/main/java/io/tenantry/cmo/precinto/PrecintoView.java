package io.tenantry.cmo.precinto;

import io.tenantry.tenant.customfield.Customized;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A seal as read.
 *
 * @param latitude where it was when it last told, in degrees; {@code null} like the longitude if it never did
 */
public record PrecintoView(
        UUID id,
        String code,
        PrecintoStatus status,
        Integer batteryPct,
        Instant lastSeenAt,
        Double latitude,
        Double longitude,
        Map<String, Object> customFields,
        Instant createdAt,
        long version)
        implements Customized<PrecintoView> {

    /** As read by a query, still without the values of custom fields. */
    public PrecintoView(
            UUID id,
            String code,
            PrecintoStatus status,
            Integer batteryPct,
            Instant lastSeenAt,
            Double latitude,
            Double longitude,
            Instant createdAt,
            long version) {
        this(id, code, status, batteryPct, lastSeenAt, latitude, longitude, Map.of(), createdAt, version);
    }

    @Override
    public PrecintoView with(Map<String, Object> values) {
        return new PrecintoView(
                id, code, status, batteryPct, lastSeenAt, latitude, longitude, values, createdAt, version);
    }

    /** What a client may change of it. */
    public PrecintoValues values() {
        return new PrecintoValues(code, status, batteryPct, lastSeenAt, customFields);
    }
}
