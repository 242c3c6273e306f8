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
        return Set.of(
                LimitedResource.level("users"),
                LimitedResource.level("storage"),
                LimitedResource.flow("apiCalls"),
                LimitedResource.flow("webhooks"),
                LimitedResource.unbilled("customFields"));
    }
}
