package io.tenantry.tenant.role;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.tenant.member.Role;

/** What roles may be called. */
final class RoleNames {

    private RoleNames() {}

    /** @throws ProblemException {@code conflict} for the name of a built-in role */
    static String free(String name) {
        if (Role.find(TenantRole.keyOf(name)).isPresent()) {
            throw ProblemException.conflict("tenant.role-name-taken");
        }
        return name;
    }
}
