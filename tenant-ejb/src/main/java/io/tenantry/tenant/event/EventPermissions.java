package io.tenantry.tenant.event;

import io.tenantry.tenant.access.Permission;
import io.tenantry.tenant.access.PermissionSource;
import io.tenantry.tenant.member.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Every member may listen; what one is told needs the permission of its type besides. */
@ApplicationScoped
public class EventPermissions implements PermissionSource {

    @Override
    public Set<Permission> permissions() {
        return Set.of(new Permission("events:read", Role.VIEWER));
    }
}
