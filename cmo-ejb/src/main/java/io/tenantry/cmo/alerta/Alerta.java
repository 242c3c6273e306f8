package io.tenantry.cmo.alerta;

import io.tenantry.cmo.Snapshot;
import io.tenantry.platform.id.Ids;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Something a seal reported that a person must look at. */
@Entity
@Table(name = "alerta")
public class Alerta extends TenantEntity {

    @Column(name = "precinto_id")
    private UUID precintoId;

    @Column(name = "transito_id")
    private UUID transitoId;

    @Enumerated(EnumType.STRING)
    private AlertaType type;

    @Enumerated(EnumType.STRING)
    private AlertaSeverity severity;

    private String message;

    @Enumerated(EnumType.STRING)
    private AlertaStatus status = AlertaStatus.open;

    @Column(name = "acknowledged_by")
    private String acknowledgedBy;

    @Column(name = "acknowledged_at")
    private Instant acknowledgedAt;

    @Column(name = "resolved_by")
    private String resolvedBy;

    @Column(name = "resolved_at")
    private Instant resolvedAt;

    private String note;

    protected Alerta() {}

    public Alerta(AlertaValues values, Instant now) {
        super(Ids.next(), now);
        change(values);
    }

    public void change(AlertaValues values) {
        precintoId = values.precintoId();
        transitoId = values.transitoId();
        type = values.type();
        severity = values.severity();
        message = values.message();
    }

    /**
     * @param by who takes it
     * @param remark what is to be noted; {@code null} for nothing
     * @throws ProblemException {@code conflict} if its state does not allow the step
     */
    public void take(AlertaStep step, String by, Instant now, String remark) {
        if (!step.isAllowedFrom(status)) {
            throw ProblemException.conflict(
                    status == AlertaStatus.resolved ? "cmo.alerta-is.resolved" : "cmo.alerta-is.acknowledged");
        }
        status = step.to();
        if (step == AlertaStep.ACKNOWLEDGE) {
            acknowledgedBy = by;
            acknowledgedAt = now;
        } else {
            resolvedBy = by;
            resolvedAt = now;
            note = remark;
        }
    }

    public AlertaView view() {
        return new AlertaView(
                id(),
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
                createdAt(),
                version());
    }

    Map<String, Object> snapshot(Map<String, Object> customFields) {
        return new Snapshot()
                .with("precintoId", precintoId)
                .with("transitoId", transitoId)
                .with("type", type)
                .with("severity", severity)
                .with("message", message)
                .with("status", status)
                .with("acknowledgedBy", acknowledgedBy)
                .with("acknowledgedAt", acknowledgedAt)
                .with("resolvedBy", resolvedBy)
                .with("resolvedAt", resolvedAt)
                .with("note", note)
                .withCustom(customFields)
                .values();
    }
}
