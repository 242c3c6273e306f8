package io.tenantry.tenant.plan;

import java.util.Set;

/** What a module leaves to the tenants' plans; make it a bean, and plans can name it. */
public interface PlanSource {

    default Set<Feature> features() {
        return Set.of();
    }

    default Set<LimitedResource> resources() {
        return Set.of();
    }
}
