package io.tenantry.tenant.registry;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.persistence.Flush;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.text.Text;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.activity.ActivityLog;
import io.tenantry.tenant.plan.PlanCatalog;
import io.tenantry.tenant.plan.TenantPlan;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Map;

/**
 * Enters a new tenant in the registry. The caller chooses the id beforehand, because the thread must work for the new
 * tenant before the transaction begins.
 */
@Stateless
public class CreateTenant {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    PlanCatalog plans;

    @Inject
    ActivityLog activity;

    @Inject
    BusinessClock clock;

    @Inject
    Event<TenantCreated> created;

    /** An id to work for until {@link #create} has made its tenant. */
    public static TenantId newId() {
        return new TenantId(Ids.next());
    }

    /**
     * Creates the thread's tenant.
     *
     * @param plan code of a plan on offer
     * @param trial whether to start with the plan's trial
     * @throws ProblemException {@code validation} for an unknown plan, {@code conflict} for a slug that is taken
     */
    public void create(Slug slug, String name, String plan, boolean trial) {
        create(slug, name, plan, trial, clock.now());
    }

    /** As if that had been done at another time: for demonstrations. */
    public void create(Slug slug, String name, String plan, boolean trial, Instant at) {
        TenantPlan onOffer =
                plans.onOffer(plan).orElseThrow(() -> ProblemException.invalid("/plan", "validation.reference"));
        Tenant tenant = new Tenant(TenantContext.required(), slug, name, onOffer, trial, at);
        entityManager.persist(tenant);
        Text taken = Text.of("tenant.slug-taken");
        Flush.now(entityManager, taken, taken);
        activity.created(
                "tenant",
                tenant.id().value(),
                Map.of(
                        "slug",
                        slug.value(),
                        "name",
                        name,
                        "plan",
                        plan,
                        "status",
                        tenant.status().code()));
        created.fire(new TenantCreated(tenant.id(), tenant.createdAt(), tenant.trialEndsAt()));
    }
}
