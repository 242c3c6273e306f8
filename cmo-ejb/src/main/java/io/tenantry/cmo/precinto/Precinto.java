package io.tenantry.cmo.precinto;

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

/** An electronic customs seal. Its code is unique within the tenant. */
@Entity
@Table(name = "precinto")
public class Precinto extends TenantEntity {

    private String code;

    @Enumerated(EnumType.STRING)
    private PrecintoStatus status;

    @Column(name = "battery_pct")
    private Integer batteryPct;

    @Column(name = "last_seen_at")
    private Instant lastSeenAt;

    private Double latitude;
    private Double longitude;

    protected Precinto() {}

    /** @throws ProblemException {@code conflict} if it is to be armed or tampered with from the start */
    public Precinto(PrecintoValues values, Instant now) {
        super(Ids.next(), now);
        status = PrecintoStatus.available;
        set(values, values.status() == null ? status : values.status());
    }

    /**
     * @throws ProblemException {@code validation} if the status is taken away: nothing stands in for it; {@code conflict}
     *     if it is not for people to set
     */
    public void change(PrecintoValues values) {
        if (values.status() == null) {
            throw ProblemException.invalid("/status", "validation.required");
        }
        set(values, values.status());
    }

    private void set(PrecintoValues values, PrecintoStatus newStatus) {
        if (!status.maySetTo(newStatus)) {
            throw ProblemException.conflict(
                    newStatus == PrecintoStatus.tampered
                            ? "cmo.precinto-tampered-by-hand"
                            : "cmo.precinto-armed-by-hand");
        }
        code = values.code();
        status = newStatus;
        batteryPct = values.batteryPct();
        lastSeenAt = values.lastSeenAt();
    }

    /** @throws ProblemException {@code conflict} unless it is available */
    public void arm() {
        if (status != PrecintoStatus.available) {
            throw ProblemException.conflict(
                    switch (status) {
                        case tampered -> "cmo.precinto-is.tampered";
                        case retired -> "cmo.precinto-is.retired";
                        default -> "cmo.precinto-is.armed";
                    });
        }
        status = PrecintoStatus.armed;
    }

    /** The transit that armed it has ended; one that was tampered with stays so until a person has looked at it. */
    public void release() {
        if (status == PrecintoStatus.armed) {
            status = PrecintoStatus.available;
        }
    }

    /** Retired ones are not in use. */
    public void tamper() {
        if (status != PrecintoStatus.retired) {
            status = PrecintoStatus.tampered;
        }
    }

    /** What comes late has been overtaken and changes nothing. */
    void seen(Sighting sighting) {
        if (lastSeenAt != null && sighting.at().isBefore(lastSeenAt)) {
            return;
        }
        lastSeenAt = sighting.at();
        if (sighting.batteryPct() != null) {
            batteryPct = sighting.batteryPct();
        }
        if (sighting.latitude() != null) {
            latitude = sighting.latitude();
            longitude = sighting.longitude();
        }
    }

    public PrecintoView view() {
        return new PrecintoView(
                id(), code, status, batteryPct, lastSeenAt, latitude, longitude, createdAt(), version());
    }

    Map<String, Object> snapshot(Map<String, Object> customFields) {
        return new Snapshot()
                .with("code", code)
                .with("status", status)
                .with("batteryPct", batteryPct)
                .with("lastSeenAt", lastSeenAt)
                .with("latitude", latitude)
                .with("longitude", longitude)
                .withCustom(customFields)
                .values();
    }
}
