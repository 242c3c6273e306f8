package io.tenantry.tenant.plan;

import java.time.Instant;
import java.util.List;

/** What a tenant has, and why. */
public record Entitlements(String plan, int planVersion, List<FeatureState> features, List<LimitState> limits) {

    /** Where something comes from. Named as in the API. */
    public enum Source {
        plan,
        override
    }

    /** {@code reason} and {@code expiresAt} are those of an override. */
    public record FeatureState(String feature, boolean enabled, Source source, String reason, Instant expiresAt) {}

    /** Without a {@code hardLimit} there is no end. What is not listed is not limited. */
    public record LimitState(
            String resource, long included, Long hardLimit, Source source, String reason, Instant expiresAt) {}
}
