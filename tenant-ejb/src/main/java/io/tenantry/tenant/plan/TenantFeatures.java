package io.tenantry.tenant.plan;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.plan.internal.sql.FeatureRows;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The features that the thread's tenant has, by an override or else by its plan. */
@Stateless
public class TenantFeatures {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    PlanSubjects subjects;

    @Inject
    BusinessClock clock;

    public SortedSet<String> ofCurrentTenant() {
        TenantContext.required();
        SortedSet<String> granted = new TreeSet<>(FeatureRows.granted(entityManager, clock.now()));
        granted.retainAll(subjects.features());
        return granted;
    }

    /** Every feature there is, and whether the tenant has it. */
    public SortedMap<String, Boolean> all() {
        SortedSet<String> granted = ofCurrentTenant();
        SortedMap<String, Boolean> all = new TreeMap<>();
        subjects.features().forEach(feature -> all.put(feature, granted.contains(feature)));
        return all;
    }

    /** @throws ProblemException {@code feature-not-in-plan} */
    public void require(String feature) {
        FeatureRows.State state = state(feature);
        if (!state.granted()) {
            throw ProblemException.of(
                    ProblemType.FEATURE_NOT_IN_PLAN, Map.of("feature", feature, "plan", state.plan()));
        }
    }

    public boolean has(String feature) {
        return state(feature).granted();
    }

    private FeatureRows.State state(String feature) {
        TenantContext.required();
        return FeatureRows.state(entityManager, feature, clock.now());
    }
}
