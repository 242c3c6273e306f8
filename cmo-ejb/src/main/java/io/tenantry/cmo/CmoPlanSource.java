package io.tenantry.cmo;

import io.tenantry.tenant.plan.LimitedResource;
import io.tenantry.tenant.plan.PlanSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plans say how many of each there may be. */
@ApplicationScoped
public class CmoPlanSource implements PlanSource {

    @Override
    public Set<LimitedResource> resources() {
        return Stream.of("precintos", "transitos", "alertas")
                .map(LimitedResource::new)
                .collect(Collectors.toSet());
    }
}
