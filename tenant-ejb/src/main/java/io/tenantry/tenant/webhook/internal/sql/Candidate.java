package io.tenantry.tenant.webhook.internal.sql;

import java.util.UUID;

/**
 * A delivery that is due.
 *
 * @param metered whether it has been counted
 */
public record Candidate(UUID id, UUID endpointId, boolean metered) {}
