package io.tenantry.cmo.transito;

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

    @Column(name = "expected_at")
    private Instant expectedAt;

    @Enumerated(EnumType.STRING)
    private TransitoStatus status = TransitoStatus.planned;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    /** The expected arrival of which an alert has told that it has passed. */
    @Column(name = "delay_told")
    private Instant delayTold;

    protected Transito() {}

    public Transito(TransitoValues values, Instant now) {
        super(Ids.next(), now);
        change(values);
    }

    /** @throws ProblemException {@code conflict} if it has left and is to be under another seal */
    public void change(TransitoValues values) {
        if (status != TransitoStatus.planned && !values.precintoId().equals(precintoId)) {
            throw ProblemException.conflict("cmo.transito-seal");
        }
        code = values.code();
        precintoId = values.precintoId();
        origin = values.origin();
        destination = values.destination();
        vehiclePlate = values.vehiclePlate();
        expectedAt = values.expectedAt();
    }

    /** @throws ProblemException {@code conflict} if its state does not allow the step */
    void require(TransitoStep step) {
        if (!step.isAllowedFrom(status)) {
            throw ProblemException.conflict(
                    switch (status) {
                        case planned -> "cmo.transito-is.planned";
                        case inProgress -> "cmo.transito-is.inProgress";
                        case completed -> "cmo.transito-is.completed";
                        case cancelled -> "cmo.transito-is.cancelled";
                    });
        }
    }

    /** @throws ProblemException {@code conflict} if its state does not allow the step */
    public void take(TransitoStep step, Instant now) {
        require(step);
        status = step.to();
        if (step == TransitoStep.START) {
            startedAt = now;
        } else {
            endedAt = now;
        }
    }

    /** Whether an alert has to tell that it is late. */
    public boolean isDelayed(Instant now) {
        return status == TransitoStatus.inProgress
                && expectedAt != null
                && !expectedAt.isAfter(now)
                && !expectedAt.equals(delayTold);
    }

    /** An alert tells that it is late; unless it is expected at another time, none does so again. */
    public void tellDelay() {
        delayTold = expectedAt;
    }

    public UUID precintoId() {
        return precintoId;
    }

    public TransitoStatus status() {
        return status;
    }

    public TransitoView view() {
        return new TransitoView(
                id(),
                code,
                precintoId,
                origin,
                destination,
                vehiclePlate,
                expectedAt,
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
                .with("expectedAt", expectedAt)
                .with("status", status)
                .with("startedAt", startedAt)
                .with("endedAt", endedAt)
                .withCustom(customFields)
                .values();
    }
}
