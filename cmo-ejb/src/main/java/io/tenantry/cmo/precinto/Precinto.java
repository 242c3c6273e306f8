package io.tenantry.cmo.precinto;

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

    protected Precinto() {}

    public Precinto(PrecintoValues values, Instant now) {
        super(Ids.next(), now);
        set(values, values.status() == null ? PrecintoStatus.available : values.status());
    }

    /** @throws ProblemException {@code validation} if the status is taken away: nothing stands in for it */
    public void change(PrecintoValues values) {
        if (values.status() == null) {
            throw ProblemException.invalid("/status", "validation.required");
        }
        set(values, values.status());
    }

    private void set(PrecintoValues values, PrecintoStatus newStatus) {
        code = values.code();
        status = newStatus;
        batteryPct = values.batteryPct();
        lastSeenAt = values.lastSeenAt();
    }

    public PrecintoView view() {
        return new PrecintoView(id(), code, status, batteryPct, lastSeenAt, createdAt(), version());
    }

    Map<String, Object> snapshot(Map<String, Object> customFields) {
        return new Snapshot()
                .with("code", code)
                .with("status", status)
                .with("batteryPct", batteryPct)
                .with("lastSeenAt", lastSeenAt)
                .withCustom(customFields)
                .values();
    }
}
