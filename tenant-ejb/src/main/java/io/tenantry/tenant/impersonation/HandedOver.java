package io.tenantry.tenant.impersonation;

import java.time.Instant;
import java.util.UUID;

/**
 * What an administrator of the platform is given to begin with.
 *
 * @param token good once; it is nowhere else
 */
public record HandedOver(UUID id, String token, Instant expiresAt) {

    /** Without the token, wherever it may be written. */
    @Override
    public String toString() {
        return id.toString();
    }
}
