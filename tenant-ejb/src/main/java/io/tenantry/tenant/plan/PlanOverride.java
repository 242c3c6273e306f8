package io.tenantry.tenant.plan;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;

/** One feature or limit that a tenant has otherwise than by its plan, for a reason and perhaps for a time. */
@Entity
@Table(name = "tenant_plan_override")
public class PlanOverride extends TenantEntity {

    @Enumerated(EnumType.STRING)
    private OverrideKind kind;

    private String subject;
    private Boolean enabled;
    private Long included;

    @Column(name = "hard_limit")
    private Long hardLimit;

    private String reason;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "expires_at")
    private Instant expiresAt;

    protected PlanOverride() {}

    PlanOverride(String subject, OverrideValues values, String by, Instant now) {
        super(Ids.next(), now);
        this.kind = values.kind();
        this.subject = subject;
        set(values, by);
    }

    /** By somebody, who answers for it from now on. */
    final void set(OverrideValues values, String by) {
        enabled = values.enabled();
        included = values.included();
        hardLimit = values.hardLimit();
        reason = values.reason();
        expiresAt = values.expiresAt();
        createdBy = by;
    }

    boolean isOf(OverrideKind wanted, String name) {
        return kind == wanted && subject.equals(name);
    }

    boolean isInForce(Instant now) {
        return expiresAt == null || expiresAt.isAfter(now);
    }

    OverrideValues values() {
        return new OverrideValues(kind, enabled, included, hardLimit, reason, expiresAt);
    }

    OverrideView view(Instant now) {
        return new OverrideView(
                kind,
                subject,
                enabled,
                included,
                hardLimit,
                reason,
                createdBy,
                createdAt(),
                expiresAt,
                isInForce(now),
                version());
    }
}
