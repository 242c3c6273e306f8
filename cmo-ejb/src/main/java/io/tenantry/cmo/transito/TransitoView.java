package io.tenantry.cmo.transito;

import java.time.Instant;
import java.util.UUID;

/** A transit as read. */
public record TransitoView(
        UUID id,
        String code,
        UUID precintoId,
        String origin,
        String destination,
        String vehiclePlate,
        TransitoStatus status,
        Instant startedAt,
        Instant endedAt,
        Instant createdAt,
        long version) {

    /** What a client may change of it. */
    public TransitoValues values() {
        return new TransitoValues(code, precintoId, origin, destination, vehiclePlate);
    }
}
