package io.tenantry.tenant.access;

import io.tenantry.tenant.member.Role;
import io.tenantry.tenant.member.RoleRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** What there is to do in every tenant, whatever its domain. */
@ApplicationScoped
public class TenantPermissions implements PermissionSource {

    @Override
    public Set<Permission> permissions() {
        return Set.of(
                new Permission("activity:read", Role.ADMIN),
                new Permission("features:read", Role.VIEWER),
                new Permission("tenant:read", Role.VIEWER),
                new Permission("tenant:write", Role.ADMIN),
                new Permission("users:read", Role.VIEWER),
                new Permission("users:write", Role.ADMIN),
                new Permission("roles:read", Role.VIEWER),
                new Permission("roles:write", Role.ADMIN),
                new Permission(RoleRules.OWNERS_WRITE, Role.OWNER));
    }
}
