package io.tenantry.tenant.activity;

import java.time.Instant;
import java.util.UUID;

/**
 * A row of the activity log as read.
 *
 * @param actingAs as whom an administrator of the platform acted, or {@code null}
 * @param before the values before as a JSON object, or {@code null}
 * @param after the values after as a JSON object, or {@code null}
 */
public record ActivityEntry(
        UUID id,
        Instant at,
        UUID actorId,
        String actor,
        String actorKind,
        String actingAs,
        String action,
        String entity,
        UUID entityId,
        String before,
        String after,
        String requestId) {}
