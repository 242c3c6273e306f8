package io.tenantry.tenant.apikey;

import io.tenantry.tenant.access.Permission;
import io.tenantry.tenant.access.PermissionSource;
import io.tenantry.tenant.access.RolePermissions;
import io.tenantry.tenant.apikey.internal.Scopes;
import io.tenantry.tenant.member.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;

/** Administrators manage the keys; no key manages keys. */
@ApplicationScoped
public class ApiKeyPermissions implements PermissionSource {

    @Override
    public Set<Permission> permissions() {
        return Set.of(new Permission("apiKeys:read", Role.ADMIN), new Permission("apiKeys:write", Role.ADMIN));
    }

    /** What keys can have of all that members can have. */
    Scopes scopes(RolePermissions roles) {
        return new Scopes(
                roles.of(Role.OWNER),
                permissions().stream().map(Permission::name).collect(Collectors.toSet()));
    }
}
