package io.tenantry.cmo;

import io.tenantry.tenant.plan.LimitedResource;
import io.tenantry.tenant.plan.PlanSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Plans say how many of each there may be. */
@ApplicationScoped
public class CmoPlanSource implements PlanSource {

    @Override
    public Set<LimitedResource> resources() {
        return Set.of(
                LimitedResource.level("precintos"), LimitedResource.flow("transitos"), LimitedResource.flow("alertas"));
    }
}
