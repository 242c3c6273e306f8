package io.tenantry.tenant.customfield;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.tenant.plan.TenantFeatures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Whether the tenant's plan has custom fields. */
@ApplicationScoped
class CustomFieldFeature {

    private static final String NAME = "customFields";

    @Inject
    TenantFeatures features;

    boolean isThere() {
        return features.ofCurrentTenant().contains(NAME);
    }

    /** @throws ProblemException {@code feature-not-in-plan} */
    void require() {
        if (!isThere()) {
            throw ProblemException.of(ProblemType.FEATURE_NOT_IN_PLAN, Map.of("feature", NAME));
        }
    }
}
