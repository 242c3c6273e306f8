package io.tenantry.tenant.access;

import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.member.Role;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;

/**
 * What a verified caller may do in this request.
 *
 * @param place the tenant it works in, if any
 */
public record Access(
        UUID sessionId,
        UUID accountId,
        String email,
        String displayName,
        boolean platformAdmin,
        Optional<Place> place) {

    /**
     * A tenant and the caller's standing in it.
     *
     * @param role empty for an administrator of the platform who is no member
     */
    public record Place(
            TenantId tenant, String slug, String name, Optional<Role> role, SortedSet<String> permissions) {}

    public boolean may(String permission) {
        return place.map(p -> p.permissions().contains(permission)).orElse(false);
    }
}
