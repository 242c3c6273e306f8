package io.tenantry.tenant.invitation;

import java.time.Instant;
import java.util.UUID;

/** An open invitation as the tenant sees it. One that has expired can be sent again. */
public record InvitationView(
        UUID id,
        String email,
        String role,
        String language,
        String invitedBy,
        boolean expired,
        Instant createdAt,
        Instant sentAt,
        Instant expiresAt,
        long version) {}
