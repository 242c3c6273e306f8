package io.tenantry.tenant.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What plans decide in every tenant, whatever its domain. */
@ApplicationScoped
public class TenantPlanSource implements PlanSource {

    @Override
    public Set<Feature> features() {
        return Stream.of("apiAccess", "backup", "customDomain", "customFields", "export", "webhooks", "whiteLabel")
                .map(Feature::new)
                .collect(Collectors.toSet());
    }

    @Override
    public Set<LimitedResource> resources() {
        return Stream.of("users", "apiCalls", "storage", "webhooks", "customFields")
                .map(LimitedResource::new)
                .collect(Collectors.toSet());
    }
}
