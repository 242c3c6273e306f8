package io.tenantry.tenant.access;

import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.member.MemberRole;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;

/**
 * What a verified caller may do in this request.
 *
 * @param sessionId {@code null} for an API key
 * @param accountId the account, or the API key
 * @param email the name in the activity log; an API key has its own
 * @param apiKey whether an API key calls, and no account
 * @param place the tenant it works in, if any
 * @param impersonation present where an administrator of the platform acts as the account, or with an owner's role
 */
public record Access(
        UUID sessionId,
        UUID accountId,
        String email,
        String displayName,
        boolean platformAdmin,
        boolean apiKey,
        Optional<Place> place,
        Optional<Impersonation> impersonation) {

    /** Of somebody who acts as themselves. */
    public Access(
            UUID sessionId,
            UUID accountId,
            String email,
            String displayName,
            boolean platformAdmin,
            boolean apiKey,
            Optional<Place> place) {
        this(sessionId, accountId, email, displayName, platformAdmin, apiKey, place, Optional.empty());
    }

    /**
     * Who really acts, and why.
     *
     * @param by e-mail address of the administrator
     */
    public record Impersonation(UUID id, UUID administrator, String by, String reason, Instant until) {}

    /**
     * A tenant and the caller's standing in it.
     *
     * @param role empty for an API key, and for an administrator of the platform who is no member
     * @param secondFactorMissing whether the tenant asks a member for one; nothing is permitted until there is
     */
    public record Place(
            TenantId tenant,
            String slug,
            String name,
            Optional<MemberRole> role,
            SortedSet<String> permissions,
            boolean secondFactorMissing) {

        public Place(
                TenantId tenant, String slug, String name, Optional<MemberRole> role, SortedSet<String> permissions) {
            this(tenant, slug, name, role, permissions, false);
        }
    }

    /** An API key in its tenant. */
    public static Access ofKey(UUID id, String name, Place place) {
        return new Access(null, id, name, name, false, true, Optional.of(place));
    }

    public boolean may(String permission) {
        return permissions().contains(permission);
    }

    /** None outside of a tenant. */
    public SortedSet<String> permissions() {
        return place.map(Place::permissions).orElseGet(Collections::emptySortedSet);
    }
}
