package io.tenantry.cmo.alerta;

import java.time.Instant;
import java.util.UUID;

/** An alert as read. */
public record AlertaView(
        UUID id,
        UUID precintoId,
        UUID transitoId,
        AlertaType type,
        AlertaSeverity severity,
        String message,
        AlertaStatus status,
        Instant createdAt,
        long version) {

    /** What a client may change of it. */
    public AlertaValues values() {
        return new AlertaValues(precintoId, transitoId, type, severity, message);
    }
}
