package io.tenantry.tenant.signin;

import java.time.Instant;
import java.util.UUID;

/**
 * A session that has not ended.
 *
 * @param lastUsedAt when it was last given a token: by signing in, refreshing or switching
 */
public record SessionView(UUID id, Instant createdAt, Instant lastUsedAt, Instant expiresAt) {}
