package io.tenantry.tenant.plan;

import io.tenantry.platform.persistence.Versions;
import java.util.List;
import java.util.OptionalLong;

/** All versions of a plan, newest first; there is always one. */
public record PlanVersions(List<TenantPlan> versions) {

    public PlanVersions {
        versions = List.copyOf(versions);
    }

    public TenantPlan newest() {
        return versions.get(0);
    }

    /** Grows with each version that is added, put on offer or taken off; the HTTP entity tag. */
    public long revision() {
        return versions.stream().mapToLong(TenantPlan::revision).sum();
    }

    void requireRevision(OptionalLong expected) {
        Versions.require(expected, revision());
    }
}
