package io.tenantry.cmo.transito;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.tenancy.TenantEntity;
import io.tenantry.tenant.activity.Snapshot;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** A sealed load on its way from one place to another. */
@Entity
@Table(name = "transito")
public class Transito extends TenantEntity {

    private String code;

    @Column(name = "precinto_id")
    private UUID precintoId;

    private String origin;
    private String destination;

    @Column(name = "vehicle_plate")
    private String vehiclePlate;

    @Enumerated(EnumType.STRING)
    private TransitoStatus status = TransitoStatus.planned;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    protected Transito() {}

    public Transito(TransitoValues values, Instant now) {
        super(Ids.next(), now);
        change(values);
    }

    public void change(TransitoValues values) {
        code = values.code();
        precintoId = values.precintoId();
        origin = values.origin();
        destination = values.destination();
        vehiclePlate = values.vehiclePlate();
    }

    /** @throws ProblemException {@code conflict} if its state does not allow the step */
    public void take(TransitoStep step, Instant now) {
        if (!step.isAllowedFrom(status)) {
            throw ProblemException.conflict("cmo.transito-step", status.name());
        }
        status = step.to();
        if (step == TransitoStep.START) {
            startedAt = now;
        } else {
            endedAt = now;
        }
    }

    public TransitoView view() {
        return new TransitoView(
                id(),
                code,
                precintoId,
                origin,
                destination,
                vehiclePlate,
                status,
                startedAt,
                endedAt,
                createdAt(),
                version());
    }

    Map<String, Object> snapshot(Map<String, Object> customFields) {
        return new Snapshot()
                .with("code", code)
                .with("precintoId", precintoId)
                .with("origin", origin)
                .with("destination", destination)
                .with("vehiclePlate", vehiclePlate)
                .with("status", status)
                .with("startedAt", startedAt)
                .with("endedAt", endedAt)
                .withCustom(customFields)
                .values();
    }
}
