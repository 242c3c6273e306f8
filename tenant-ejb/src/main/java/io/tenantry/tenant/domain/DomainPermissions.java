package io.tenantry.tenant.domain;

import io.tenantry.tenant.access.Permission;
import io.tenantry.tenant.access.PermissionSource;
import io.tenantry.tenant.member.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Administrators manage the domains. */
@ApplicationScoped
public class DomainPermissions implements PermissionSource {

    @Override
    public Set<Permission> permissions() {
        return Set.of(new Permission("domains:read", Role.ADMIN), new Permission("domains:write", Role.ADMIN));
    }
}
