package io.tenantry.tenant.plan;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.tenant.plan.internal.sql.FeatureRows;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** The features that the thread's tenant has by its plan. */
@Stateless
public class TenantFeatures {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    public SortedSet<String> ofCurrentTenant() {
        return new TreeSet<>(entityManager
                .createQuery(
                        "select f from Tenant t join TenantPlan p on p.id = t.planId join p.features f where t.id = :tenant",
                        String.class)
                .setParameter("tenant", TenantContext.required().value())
                .getResultList());
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
        return FeatureRows.state(entityManager, feature);
    }
}
