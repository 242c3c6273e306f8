package io.tenantry.tenant.registry;

import java.time.Instant;
import java.util.UUID;

/** A tenant as the administrator of the platform sees it. */
public record TenantView(
        UUID id,
        String slug,
        String name,
        String status,
        String plan,
        Instant trialEndsAt,
        Instant createdAt,
        long version) {}
