package io.tenantry.cmo.alerta;

import io.tenantry.tenant.customfield.Customized;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * An alert as read.
 *
 * @param acknowledgedBy e-mail address of a person or name of an API key
 * @param note what was found out, as far as somebody said so when it was resolved
 */
public record AlertaView(
        UUID id,
        UUID precintoId,
        UUID transitoId,
        AlertaType type,
        AlertaSeverity severity,
        String message,
        AlertaStatus status,
        String acknowledgedBy,
        Instant acknowledgedAt,
        String resolvedBy,
        Instant resolvedAt,
        String note,
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
            String acknowledgedBy,
            Instant acknowledgedAt,
            String resolvedBy,
            Instant resolvedAt,
            String note,
            Instant createdAt,
            long version) {
        this(
                id,
                precintoId,
                transitoId,
                type,
                severity,
                message,
                status,
                acknowledgedBy,
                acknowledgedAt,
                resolvedBy,
                resolvedAt,
                note,
                Map.of(),
                createdAt,
                version);
    }

    @Override
    public AlertaView with(Map<String, Object> values) {
        return new AlertaView(
                id,
                precintoId,
                transitoId,
                type,
                severity,
                message,
                status,
                acknowledgedBy,
                acknowledgedAt,
                resolvedBy,
                resolvedAt,
                note,
                values,
                createdAt,
                version);
    }

    /** What a client may change of it. */
    public AlertaValues values() {
        return new AlertaValues(precintoId, transitoId, type, severity, message, customFields);
    }
}
