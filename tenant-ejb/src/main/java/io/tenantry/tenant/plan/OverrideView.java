package io.tenantry.tenant.plan;

import java.time.Instant;

/**
 * An override as read.
 *
 * @param name code of the feature, or name of the resource
 * @param enabled {@code null} for a limit
 * @param included {@code null} for a feature
 * @param createdBy who set it last, by e-mail address
 * @param inForce whether it has not expired
 */
public record OverrideView(
        OverrideKind kind,
        String name,
        Boolean enabled,
        Long included,
        Long hardLimit,
        String reason,
        String createdBy,
        Instant createdAt,
        Instant expiresAt,
        boolean inForce,
        long version) {}
