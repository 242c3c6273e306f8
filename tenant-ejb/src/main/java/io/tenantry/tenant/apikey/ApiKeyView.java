package io.tenantry.tenant.apikey;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An API key as read; its secret cannot be.
 *
 * @param prefix the part that may be shown, and the client id for signing in
 * @param createdBy who made it, by e-mail address
 * @param expiresAt {@code null} if it does not expire by itself
 * @param lastUsedAt to the minute, {@code null} if it was never used
 */
public record ApiKeyView(
        UUID id,
        String name,
        String prefix,
        List<String> scopes,
        Instant createdAt,
        String createdBy,
        Instant expiresAt,
        Instant lastUsedAt,
        boolean revoked,
        long version) {}
