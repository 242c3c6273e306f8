package io.tenantry.tenant.usage;

import io.tenantry.tenant.access.Permission;
import io.tenantry.tenant.access.PermissionSource;
import io.tenantry.tenant.member.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Every member sees what is used; who enters what counts may also report it. */
@ApplicationScoped
public class UsagePermissions implements PermissionSource {

    @Override
    public Set<Permission> permissions() {
        return Set.of(new Permission("usage:read", Role.VIEWER), new Permission("usage:write", Role.OPERATOR));
    }
}
