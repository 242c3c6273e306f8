package io.tenantry.web.event;

import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.access.Access;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Who listens, to what, and until when.
 *
 * @param account the account, or the API key
 * @param verification what the caller may do by now; throws if that is nothing any more
 * @param expiresAt when the token does
 */
record Listening(TenantId tenant, UUID account, Interest interest, Supplier<Access> verification, Instant expiresAt) {

    /** Anew. @throws ProblemException if the caller may listen no more */
    Set<String> visible() {
        Access access = verification.get();
        return access.may(EventsResource.PERMISSION) ? interest.visible(access) : Set.of();
    }
}
