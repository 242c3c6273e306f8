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
import java.util.Locale;
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

    @Column(name = "name_key")
    private String nameKey;

    @Column(name = "status_reason")
    private String statusReason;

    @Column(name = "resume_to")
    private String resumeTo;

    @Column(name = "purge_after")
    private Instant purgeAfter;

    private String locale = "en";

    @Column(name = "time_zone")
    private String timeZone = "UTC";

    @Column(name = "contact_email")
    private String contactEmail;

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
        this.nameKey = keyOf(name);
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

    /** What names are searched and sorted by: lower case, the same under every default locale. */
    static String keyOf(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    public TenantSettings settings() {
        return new TenantSettings(name, locale, timeZone, contactEmail);
    }

    void change(TenantSettings settings) {
        name = settings.name();
        nameKey = keyOf(name);
        locale = settings.locale();
        timeZone = settings.timeZone();
        contactEmail = settings.contactEmail();
    }

    /**
     * Whoever ends a tenant types its slug, so that it is not another one by mistake.
     *
     * @throws ProblemException {@code validation} at {@code /confirm}
     */
    public void requireNamed(String confirm) {
        if (!slug.equals(confirm)) {
            throw ProblemException.invalid("/confirm", "tenant.confirm-slug");
        }
    }

    /** @throws ProblemException {@code conflict} if it is not in trial */
    public void activate() {
        TenantStep.ACTIVATE.requireFrom(status());
        status = TenantStatus.ACTIVE.code();
    }

    /** @throws ProblemException {@code conflict} if it is not active */
    public void fallBehind() {
        TenantStep.FALL_BEHIND.requireFrom(status());
        status = TenantStatus.PAST_DUE.code();
    }

    /** @throws ProblemException {@code conflict} if it is not past due */
    public void catchUp() {
        TenantStep.CATCH_UP.requireFrom(status());
        status = TenantStatus.ACTIVE.code();
    }

    /** @throws ProblemException {@code conflict} if it is not open */
    public void suspend(String reason) {
        TenantStep.SUSPEND.requireFrom(status());
        leave(TenantStatus.SUSPENDED, reason);
    }

    /**
     * Closes it to its members; its data goes after {@code purgeAfter}.
     *
     * @throws ProblemException {@code conflict} if it is closing already
     */
    public void close(String reason, Instant purgeAfter) {
        TenantStep.CLOSE.requireFrom(status());
        leave(TenantStatus.CLOSING, reason);
        this.purgeAfter = purgeAfter;
    }

    /** @throws ProblemException {@code conflict} if it is open, or its data is going already */
    public void resume() {
        TenantStep.RESUME.requireFrom(status());
        status = Optional.ofNullable(resumeTo).orElse(TenantStatus.ACTIVE.code());
        statusReason = null;
        resumeTo = null;
        purgeAfter = null;
    }

    /** @throws ProblemException {@code conflict} if it is not closing, or its grace is not over */
    public void purge(Instant now) {
        TenantStep.PURGE.requireFrom(status());
        if (status() == TenantStatus.CLOSING && purgeAfter.isAfter(now)) {
            throw ProblemException.conflict("tenant.grace-not-over", purgeAfter.toString());
        }
        status = TenantStatus.PURGING.code();
    }

    private void leave(TenantStatus next, String reason) {
        if (status().isOpen()) {
            resumeTo = status;
        }
        status = next.code();
        statusReason = reason;
    }

    /** Why it is not open. */
    public Optional<String> statusReason() {
        return Optional.ofNullable(statusReason);
    }

    /** Until when a tenant that is closing can be resumed. */
    public Optional<Instant> purgeAfter() {
        return Optional.ofNullable(purgeAfter);
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
