package io.tenantry.billing.subscription;

import io.tenantry.tenant.access.Permission;
import io.tenantry.tenant.access.PermissionSource;
import io.tenantry.tenant.member.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Administrators see and decide what the organization pays. */
@ApplicationScoped
public class BillingPermissions implements PermissionSource {

    @Override
    public Set<Permission> permissions() {
        return Set.of(
                new Permission("billing", "billing:read", Role.ADMIN),
                new Permission("billing", "billing:write", Role.ADMIN));
    }
}
