package io.tenantry.tenant.customfield;

import io.tenantry.tenant.access.Permission;
import io.tenantry.tenant.access.PermissionSource;
import io.tenantry.tenant.member.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Whoever reads rows may know their fields; administrators shape them. */
@ApplicationScoped
public class CustomFieldPermissions implements PermissionSource {

    @Override
    public Set<Permission> permissions() {
        return Set.of(
                new Permission("customFields:read", Role.VIEWER), new Permission("customFields:write", Role.ADMIN));
    }
}
