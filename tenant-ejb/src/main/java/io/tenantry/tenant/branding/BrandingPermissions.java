package io.tenantry.tenant.branding;

import io.tenantry.tenant.access.Permission;
import io.tenantry.tenant.access.PermissionSource;
import io.tenantry.tenant.member.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Everybody sees how the tenant looks; administrators set it. */
@ApplicationScoped
public class BrandingPermissions implements PermissionSource {

    @Override
    public Set<Permission> permissions() {
        return Set.of(new Permission("branding:read", Role.VIEWER), new Permission("branding:write", Role.ADMIN));
    }
}
