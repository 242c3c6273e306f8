package io.tenantry.tenant.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An endpoint as read; its secret cannot be.
 *
 * @param status {@code enabled}, {@code disabled}, or {@code failed} if it was disabled for want of success
 * @param failingSince since when nothing could be delivered; {@code null} while it can
 * @param previousSecretUntil until when the secret before signs along; {@code null} if there was none
 */
public record WebhookView(
        UUID id,
        String url,
        String description,
        List<String> eventTypes,
        boolean enabled,
        String status,
        Instant failingSince,
        Instant previousSecretUntil,
        Instant createdAt,
        long version) {}
