package io.tenantry.tenant.plan;

import io.tenantry.platform.caller.Caller;
import io.tenantry.platform.caller.ContextLogger;
import io.tenantry.platform.persistence.Flush;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.text.Text;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.activity.ActivityLog;
import io.tenantry.tenant.plan.internal.sql.PlanStatements;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Adds plans and versions of plans, and puts them on offer. A plan that is made while working for a tenant is reserved
 * for it; otherwise it is everybody's.
 */
@Stateless
public class ChangePlans {

    private static final System.Logger LOGGER = ContextLogger.of(ChangePlans.class);

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    PlanSubjects subjects;

    @Inject
    FindPlans find;

    @Inject
    ActivityLog activity;

    @Inject
    BusinessClock clock;

    /** @throws ProblemException {@code validation}, {@code conflict} for a code that is taken */
    public PlanVersions create(String code, PlanValues values) {
        return add(code, 1, values);
    }

    /**
     * Adds a version; tenants stay on theirs.
     *
     * @param expected the revision the client has seen
     * @throws ProblemException {@code not-found}, {@code precondition-failed}, {@code validation}
     */
    public PlanVersions change(String code, OptionalLong expected, PlanValues values) {
        return add(code, lock(code, expected).newest().version() + 1, values);
    }

    /**
     * Puts the newest version on offer.
     *
     * @throws ProblemException {@code not-found}, {@code precondition-failed}
     */
    public PlanVersions publish(String code, OptionalLong expected) {
        TenantPlan newest = lock(code, expected).newest();
        newest.offer(true);
        return changed("plan.published", newest);
    }

    /**
     * Takes all versions off offer; tenants stay on theirs.
     *
     * @throws ProblemException {@code not-found}, {@code precondition-failed}
     */
    public PlanVersions withdraw(String code, OptionalLong expected) {
        PlanVersions present = lock(code, expected);
        present.versions().forEach(version -> version.offer(false));
        return changed("plan.withdrawn", present.newest());
    }

    private PlanVersions lock(String code, OptionalLong expected) {
        PlanStatements.lock(entityManager, code);
        PlanVersions present = find.get(code);
        present.requireRevision(expected);
        return present;
    }

    private PlanVersions add(String code, int version, PlanValues values) {
        subjects.requireKnown(values);
        TenantPlan plan = new TenantPlan(
                code, version, TenantContext.current().map(TenantId::value).orElse(null), values, clock.now());
        entityManager.persist(plan);
        return changed("plan.versionAdded", plan);
    }

    /** A tenant's own plan is its business; what is everybody's has no tenant to tell, so the server's log has it. */
    private PlanVersions changed(String action, TenantPlan plan) {
        Flush.now(entityManager, Text.of("tenant.plan-code-taken"), Text.of("tenant.plan-code-taken"));
        if (plan.reservedFor().isPresent()) {
            activity.changed(action, "plan", plan.id(), null, Map.of("plan", plan.code(), "version", plan.version()));
        } else {
            LOGGER.log(
                    System.Logger.Level.INFO,
                    "{0} plan={1} version={2} by={3}",
                    action,
                    plan.code(),
                    plan.version(),
                    Caller.current().accountId());
        }
        return find.get(plan.code());
    }
}
