package io.tenantry.tenant.role;

import io.tenantry.tenant.member.Role;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * A role as read.
 *
 * @param id what a member's {@code role} says
 * @param name of a built-in role its id
 * @param createdAt {@code null} for a built-in role
 */
public record RoleView(
        String id, String name, boolean builtIn, List<String> permissions, Instant createdAt, long version) {

    static RoleView of(Role role, Collection<String> permissions) {
        return new RoleView(role.code(), role.code(), true, List.copyOf(permissions), null, 0);
    }
}
