package io.tenantry.tenant.apikey;

import io.tenantry.tenant.access.Access;

/**
 * A key that has just proven itself by its secret.
 *
 * @param secretNo which of its secrets that was
 */
public record AuthenticatedApiKey(Access access, String prefix, int secretNo) {}
