package io.tenantry.cmo.alerta;

import io.tenantry.tenant.customfield.Customized;
import java.time.Instant;
import java.util.Map;
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
        Map<String, Object> customFields,
        Instant createdAt,
        long version)
        implements Customized<AlertaView> {

    /** As read by a query, still without the values of custom fields. */
    public AlertaView(
            UUID id,
            UUID precintoId,
            UUID transitoId,
            AlertaType type,
            AlertaSeverity severity,
            String message,
            AlertaStatus status,
            Instant createdAt,
            long version) {
        this(id, precintoId, transitoId, type, severity, message, status, Map.of(), createdAt, version);
    }

    @Override
    public AlertaView with(Map<String, Object> values) {
        return new AlertaView(id, precintoId, transitoId, type, severity, message, status, values, createdAt, version);
    }

    /** What a client may change of it. */
    public AlertaValues values() {
        return new AlertaValues(precintoId, transitoId, type, severity, message, customFields);
    }
}
