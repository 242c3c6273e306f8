package io.tenantry.tenant.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** How much of a resource a plan includes, and where it ends. */
@Embeddable
public class PlanLimit {

    private String resource;
    private long included;

    @Column(name = "hard_limit")
    private Long hardLimit;

    private String overage;
    private String measure;

    protected PlanLimit() {}

    PlanLimit(PlanValues.Limit limit) {
        resource = limit.resource();
        included = limit.included();
        hardLimit = limit.hardLimit();
        overage = limit.overage();
        measure = limit.measure();
    }

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

    /** The charge for what goes beyond, as a JSON object. */
    public Optional<String> overage() {
        return Optional.ofNullable(overage);
    }

    /** Of a level: whether its {@code peak} or its {@code average} in a period is charged. */
    public String measure() {
        return measure;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PlanLimit that
                && included == that.included
                && Objects.equals(resource, that.resource)
                && Objects.equals(hardLimit, that.hardLimit)
                && Objects.equals(overage, that.overage)
                && Objects.equals(measure, that.measure);
    }

    @Override
    public int hashCode() {
        return Objects.hash(resource, included, hardLimit, overage, measure);
    }
}
