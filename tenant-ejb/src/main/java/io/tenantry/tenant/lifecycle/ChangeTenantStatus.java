package io.tenantry.tenant.lifecycle;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.activity.ActivityLog;
import io.tenantry.tenant.registry.HeldTenant;
import io.tenantry.tenant.registry.Tenant;
import io.tenantry.tenant.registry.TenantStep;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Moves the thread's tenant on in its life: closes it to its members, opens it again, follows what it owes. Each request looks the status up, so it takes effect with
 * the next one on every node.
 */
@Stateless
public class ChangeTenantStatus {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    ActivityLog activity;

    @Inject
    BusinessClock clock;

    @Inject
    Event<Object> events;

    @Inject
    @ConfigProperty(name = "tenantry.tenant.closing-days", defaultValue = "30")
    int closingDays;

    /** The trial is over. @throws ProblemException {@code not-found}; {@code conflict} if it is not in trial */
    public void activate() {
        change(OptionalLong.empty(), TenantStep.ACTIVATE, Tenant::activate);
    }

    /** It owes something for too long. @throws ProblemException {@code not-found}; {@code conflict} if it is not active */
    public void fallBehind() {
        change(OptionalLong.empty(), TenantStep.FALL_BEHIND, Tenant::fallBehind);
    }

    /** It owes nothing any more. @throws ProblemException {@code not-found}; {@code conflict} if it is not past due */
    public void catchUp() {
        change(OptionalLong.empty(), TenantStep.CATCH_UP, Tenant::catchUp);
    }

    /** @throws ProblemException {@code not-found}, {@code precondition-failed}; {@code conflict} if it is not open */
    public void suspend(OptionalLong expected, String reason) {
        Tenant tenant = change(expected, TenantStep.SUSPEND, held -> held.suspend(reason));
        events.fire(new TenantSuspended(tenant.id(), reason));
    }

    /** @throws ProblemException {@code not-found}, {@code precondition-failed}; {@code conflict} if it is open, or gone */
    public void resume(OptionalLong expected) {
        Tenant tenant = change(expected, TenantStep.RESUME, Tenant::resume);
        events.fire(new TenantResumed(tenant.id(), tenant.status()));
    }

    /**
     * Begins the grace after which the tenant is purged. It goes by the real time, since a purge is final.
     *
     * @param confirm the tenant's slug, so that nobody closes another one by mistake
     * @throws ProblemException {@code not-found}, {@code precondition-failed}; {@code validation} for another slug;
     *     {@code conflict} if it is closing already
     */
    public void close(OptionalLong expected, String reason, String confirm) {
        Instant purgeAfter = clock.wallClock().plus(Duration.ofDays(closingDays));
        Tenant tenant = change(expected, TenantStep.CLOSE, held -> {
            held.requireNamed(confirm);
            held.close(reason, purgeAfter);
        });
        events.fire(new TenantClosed(tenant.id(), reason, purgeAfter));
    }

    private Tenant change(OptionalLong expected, TenantStep step, Consumer<Tenant> change) {
        Tenant tenant = HeldTenant.hold(entityManager, expected);
        Map<String, Object> before = snapshot(tenant);
        change.accept(tenant);
        entityManager.flush();
        activity.changed(step.action(), "tenant", tenant.id().value(), before, snapshot(tenant));
        return tenant;
    }

    private static Map<String, Object> snapshot(Tenant tenant) {
        Map<String, Object> values = new HashMap<>();
        values.put("status", tenant.status().code());
        tenant.statusReason().ifPresent(reason -> values.put("reason", reason));
        tenant.purgeAfter().ifPresent(end -> values.put("purgeAfter", end.toString()));
        return values;
    }
}
