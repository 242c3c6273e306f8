package io.tenantry.tenant.secondfactor;

import io.tenantry.tenant.access.Permission;
import io.tenantry.tenant.access.PermissionSource;
import io.tenantry.tenant.member.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Administrators decide what the tenant asks of its members' signing in. */
@ApplicationScoped
public class SecondFactorPermissions implements PermissionSource {

    @Override
    public Set<Permission> permissions() {
        return Set.of(new Permission("security:read", Role.ADMIN), new Permission("security:write", Role.ADMIN));
    }
}
