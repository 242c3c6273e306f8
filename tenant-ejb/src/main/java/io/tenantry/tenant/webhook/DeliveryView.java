package io.tenantry.tenant.webhook;

import java.time.Instant;
import java.util.UUID;

/**
 * A delivery.
 *
 * @param eventId what receivers see as {@code webhook-id}
 * @param attempts how many were begun
 * @param nextAttemptAt {@code null} if there is none to come
 * @param error why the last attempt failed or none was made, {@code null} if neither
 * @param endedAt when it was delivered or given up, {@code null} before
 */
public record DeliveryView(
        UUID id,
        UUID webhookId,
        UUID eventId,
        String type,
        DeliveryState state,
        int attempts,
        Instant nextAttemptAt,
        String error,
        Instant createdAt,
        Instant endedAt) {}
