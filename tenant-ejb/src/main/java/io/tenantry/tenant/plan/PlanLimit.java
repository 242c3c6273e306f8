package io.tenantry.tenant.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Objects;
import java.util.OptionalLong;

/** How much of a resource a plan includes, and where it ends. */
@Embeddable
public class PlanLimit {

    private String resource;
    private long included;

    @Column(name = "hard_limit")
    private Long hardLimit;

    protected PlanLimit() {}

    public String resource() {
        return resource;
    }

    public long included() {
        return included;
    }

    /** Empty if there is no end. */
    public OptionalLong hardLimit() {
        return hardLimit == null ? OptionalLong.empty() : OptionalLong.of(hardLimit);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PlanLimit that
                && included == that.included
                && Objects.equals(resource, that.resource)
                && Objects.equals(hardLimit, that.hardLimit);
    }

    @Override
    public int hashCode() {
        return Objects.hash(resource, included, hardLimit);
    }
}
