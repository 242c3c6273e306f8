package io.tenantry.tenant.plan;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.money.Money;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.testing.StandaloneUnit;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.activity.ActivityLog;
import io.tenantry.tenant.registry.Slug;
import io.tenantry.tenant.registry.Tenant;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Tenants on plans, and the use cases as a server would hand them out. */
final class PlanFixture {

    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final StandaloneUnit unit;
    private final List<String> logged = new CopyOnWriteArrayList<>();

    PlanFixture(StandaloneUnit unit) {
        this.unit = unit;
    }

    /** What was done. */
    List<String> logged() {
        return logged;
    }

    TenantId tenantOn(String plan) {
        TenantId id = new TenantId(Ids.next());
        String slug = "t" + id.toString().replace("-", "").substring(0, 31);
        unit.transaction(em -> em.persist(new Tenant(
                id,
                new Slug(slug),
                slug,
                em.createQuery("select p from TenantPlan p where p.code = :code and p.version = 1", TenantPlan.class)
                        .setParameter("code", plan)
                        .getSingleResult(),
                true,
                NOW)));
        return id;
    }

    <T> T in(TenantId tenant, Function<EntityManager, T> work) {
        return TenantContext.call(tenant, () -> unit.inTransaction(work));
    }

    <T> T inNone(Function<EntityManager, T> work) {
        return unit.inTransaction(work);
    }

    ChangePlans change(EntityManager em) {
        ChangePlans change = new ChangePlans();
        change.entityManager = em;
        change.subjects = subjects();
        change.find = find(em);
        change.activity = log();
        change.clock = at(NOW);
        return change;
    }

    static FindPlans find(EntityManager em) {
        FindPlans find = new FindPlans();
        find.entityManager = em;
        return find;
    }

    static PlanCatalog catalog(EntityManager em) {
        PlanCatalog catalog = new PlanCatalog();
        catalog.entityManager = em;
        return catalog;
    }

    static TenantFeatures features(EntityManager em, Instant now) {
        TenantFeatures features = new TenantFeatures();
        features.entityManager = em;
        features.subjects = subjects();
        features.clock = at(now);
        return features;
    }

    static FindEntitlements entitlements(EntityManager em, Instant now) {
        FindEntitlements find = new FindEntitlements();
        find.entityManager = em;
        find.subjects = subjects();
        find.clock = at(now);
        return find;
    }

    ChangeOverrides overrides(EntityManager em) {
        ChangeOverrides change = new ChangeOverrides();
        change.entityManager = em;
        change.subjects = subjects();
        change.activity = log();
        change.clock = at(NOW);
        return change;
    }

    static PlanSubjects subjects() {
        PlanSubjects subjects = new PlanSubjects();
        subjects.add(new TenantPlanSource());
        return subjects;
    }

    static PlanValues values(String price, List<String> features, PlanValues.Limit... limits) {
        return new PlanValues("Plan", Money.of(price, "USD"), "month", null, 14, features, List.of(limits));
    }

    private static BusinessClock at(Instant now) {
        return new BusinessClock(false) {
            @Override
            public Instant now() {
                return now;
            }
        };
    }

    private ActivityLog log() {
        return new ActivityLog() {
            @Override
            public void created(String entity, UUID id, Map<String, Object> after) {
                logged.add(entity + ".created null " + after);
            }

            @Override
            public void changed(
                    String action, String entity, UUID id, Map<String, Object> before, Map<String, Object> after) {
                logged.add(action + " " + before + " " + after);
            }

            @Override
            public void deleted(String entity, UUID id, Map<String, Object> before) {
                logged.add(entity + ".deleted " + before + " null");
            }
        };
    }
}
