package io.tenantry.tenant.dashboard;

import io.tenantry.tenant.access.Permission;
import io.tenantry.tenant.access.PermissionSource;
import io.tenantry.tenant.member.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Administrators lay out what members see who have laid out nothing themselves. */
@ApplicationScoped
public class DashboardPermissions implements PermissionSource {

    @Override
    public Set<Permission> permissions() {
        return Set.of(new Permission("dashboard:read", Role.VIEWER), new Permission("dashboard:write", Role.ADMIN));
    }
}
