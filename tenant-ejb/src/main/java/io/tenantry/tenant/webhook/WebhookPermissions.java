package io.tenantry.tenant.webhook;

import io.tenantry.tenant.access.Permission;
import io.tenantry.tenant.access.PermissionSource;
import io.tenantry.tenant.member.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Administrators decide to whom the tenant's events go. */
@ApplicationScoped
public class WebhookPermissions implements PermissionSource {

    @Override
    public Set<Permission> permissions() {
        return Set.of(new Permission("webhooks:read", Role.ADMIN), new Permission("webhooks:write", Role.ADMIN));
    }
}
