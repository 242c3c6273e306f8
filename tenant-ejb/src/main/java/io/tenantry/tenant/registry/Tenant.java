package io.tenantry.tenant.registry;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.plan.TenantPlan;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** An organization that uses the service. Its slug names it in addresses and never changes hands. */
@Entity
@Table(name = "tenant")
public class Tenant {

    @Id
    private UUID id;

    private String slug;
    private String name;
    private String status;

    @Column(name = "status_reason")
    private String statusReason;

    @Column(name = "plan_id")
    private UUID planId;

    @Column(name = "trial_ends_at")
    private Instant trialEndsAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private long version;

    protected Tenant() {}

    /** Starts its plan's trial, or is active at once if the plan has none. */
    public Tenant(TenantId id, Slug slug, String name, TenantPlan plan, boolean trial, Instant now) {
        this.id = id.value();
        this.slug = slug.value();
        this.name = name;
        this.planId = plan.id();
        this.createdAt = now;
        boolean onTrial = trial && plan.trialDays() > 0;
        this.status = (onTrial ? TenantStatus.TRIAL : TenantStatus.ACTIVE).code();
        this.trialEndsAt = onTrial ? now.plus(Duration.ofDays(plan.trialDays())) : null;
    }

    public TenantId id() {
        return new TenantId(id);
    }

    public String slug() {
        return slug;
    }

    public String name() {
        return name;
    }

    public TenantStatus status() {
        return TenantStatus.of(status);
    }

    /** @throws ProblemException {@code tenant-suspended} unless its members may work in it */
    public void requireOpen() {
        status().requireOpen(statusReason);
    }

    public UUID planId() {
        return planId;
    }

    void moveTo(TenantPlan plan) {
        planId = plan.id();
    }

    public Optional<Instant> trialEndsAt() {
        return Optional.ofNullable(trialEndsAt);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public long version() {
        return version;
    }
}
