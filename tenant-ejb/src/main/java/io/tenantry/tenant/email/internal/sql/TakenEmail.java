package io.tenantry.tenant.email.internal.sql;

import java.time.Instant;
import java.util.UUID;

/**
 * A row of an outbox, taken for one attempt.
 *
 * @param variables JSON
 * @param attempt its number, from 1
 */
public record TakenEmail(
        Outbox outbox,
        UUID id,
        String key,
        String language,
        String recipient,
        String variables,
        int attempt,
        Instant createdAt) {}
