package io.tenantry.cmo.transito;

import io.tenantry.tenant.customfield.Customized;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** A transit as read. */
public record TransitoView(
        UUID id,
        String code,
        UUID precintoId,
        String origin,
        String destination,
        String vehiclePlate,
        Instant expectedAt,
        TransitoStatus status,
        Instant startedAt,
        Instant endedAt,
        Map<String, Object> customFields,
        Instant createdAt,
        long version)
        implements Customized<TransitoView> {

    /** As read by a query, still without the values of custom fields. */
    public TransitoView(
            UUID id,
            String code,
            UUID precintoId,
            String origin,
            String destination,
            String vehiclePlate,
            Instant expectedAt,
            TransitoStatus status,
            Instant startedAt,
            Instant endedAt,
            Instant createdAt,
            long version) {
        this(
                id,
                code,
                precintoId,
                origin,
                destination,
                vehiclePlate,
                expectedAt,
                status,
                startedAt,
                endedAt,
                Map.of(),
                createdAt,
                version);
    }

    @Override
    public TransitoView with(Map<String, Object> values) {
        return new TransitoView(
                id,
                code,
                precintoId,
                origin,
                destination,
                vehiclePlate,
                expectedAt,
                status,
                startedAt,
                endedAt,
                values,
                createdAt,
                version);
    }

    /** What a client may change of it. */
    public TransitoValues values() {
        return new TransitoValues(code, precintoId, origin, destination, vehiclePlate, expectedAt, customFields);
    }
}
