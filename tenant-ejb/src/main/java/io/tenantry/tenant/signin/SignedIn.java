package io.tenantry.tenant.signin;

import io.tenantry.tenant.member.Membership;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An account that has just proven itself.
 *
 * @param refreshToken a secret for the cookie, good once
 * @param refreshExpiresAt end of the session
 * @param tenant the one it works in, if any
 * @param tenants all it belongs to, by name
 */
public record SignedIn(
        String accessToken,
        long expiresInSeconds,
        String refreshToken,
        Instant refreshExpiresAt,
        Optional<Membership> tenant,
        List<Membership> tenants) {}
