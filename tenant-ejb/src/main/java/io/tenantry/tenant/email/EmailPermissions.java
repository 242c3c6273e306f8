package io.tenantry.tenant.email;

import io.tenantry.tenant.access.Permission;
import io.tenantry.tenant.access.PermissionSource;
import io.tenantry.tenant.member.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Administrators decide what is written in the tenant's name. */
@ApplicationScoped
public class EmailPermissions implements PermissionSource {

    @Override
    public Set<Permission> permissions() {
        return Set.of(new Permission("email:read", Role.ADMIN), new Permission("email:write", Role.ADMIN));
    }
}
