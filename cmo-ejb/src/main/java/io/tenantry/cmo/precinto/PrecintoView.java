package io.tenantry.cmo.precinto;

import java.time.Instant;
import java.util.UUID;

/** A seal as read. */
public record PrecintoView(
        UUID id,
        String code,
        PrecintoStatus status,
        Integer batteryPct,
        Instant lastSeenAt,
        Instant createdAt,
        long version) {

    /** What a client may change of it. */
    public PrecintoValues values() {
        return new PrecintoValues(code, status, batteryPct, lastSeenAt);
    }
}
