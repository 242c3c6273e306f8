package io.tenantry.tenant.access;

import io.tenantry.tenant.member.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** What there is to do in every tenant, whatever its domain. */
@ApplicationScoped
public class TenantPermissions implements PermissionSource {

    @Override
    public Set<Permission> permissions() {
        return Set.of(
                new Permission("activity:read", Role.ADMIN),
                new Permission("tenant:read", Role.VIEWER),
                new Permission("tenant:write", Role.ADMIN),
                new Permission("users:read", Role.VIEWER),
                new Permission("users:write", Role.ADMIN),
                new Permission("owners:write", Role.OWNER));
    }
}
