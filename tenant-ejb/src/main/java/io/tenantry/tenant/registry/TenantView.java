package io.tenantry.tenant.registry;

import java.time.Instant;
import java.util.UUID;

/**
 * A tenant, as its own members and the administrator of the platform see it.
 *
 * @param statusReason why it is not open
 * @param plan code of its plan
 * @param purgeAfter when its data goes, if it is closing
 */
public record TenantView(
        UUID id,
        String slug,
        String name,
        String status,
        String statusReason,
        String plan,
        String locale,
        String timeZone,
        String contactEmail,
        Instant trialEndsAt,
        Instant purgeAfter,
        Instant createdAt,
        long version) {}
