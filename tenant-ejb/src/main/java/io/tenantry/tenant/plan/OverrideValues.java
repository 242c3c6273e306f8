package io.tenantry.tenant.plan;

import io.tenantry.platform.problem.ProblemException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a tenant has instead of what its plan says.
 *
 * @param enabled of a feature, otherwise {@code null}
 * @param included of a resource, otherwise {@code null}
 * @param hardLimit of a resource, {@code null} for none
 * @param expiresAt from when the plan holds again, {@code null} for never
 */
public record OverrideValues(
        OverrideKind kind, Boolean enabled, Long included, Long hardLimit, String reason, Instant expiresAt) {

    public OverrideValues {
        expiresAt = expiresAt == null ? null : expiresAt.truncatedTo(ChronoUnit.MICROS);
    }

    public static OverrideValues ofFeature(boolean enabled, String reason, Instant expiresAt) {
        return new OverrideValues(OverrideKind.feature, enabled, null, null, reason, expiresAt);
    }

    /** @throws ProblemException {@code validation} for an end before what is included */
    public static OverrideValues ofLimit(long included, Long hardLimit, String reason, Instant expiresAt) {
        PlanValues.requireOrdered("/hardLimit", included, hardLimit);
        return new OverrideValues(OverrideKind.limit, null, included, hardLimit, reason, expiresAt);
    }

    /** For the activity log. */
    Map<String, Object> snapshot(String subject) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(kind.name(), subject);
        values.put("reason", reason);
        if (enabled != null) {
            values.put("enabled", enabled);
        }
        if (included != null) {
            values.put("included", included);
        }
        if (hardLimit != null) {
            values.put("hardLimit", hardLimit);
        }
        if (expiresAt != null) {
            values.put("expiresAt", expiresAt.toString());
        }
        return values;
    }
}
