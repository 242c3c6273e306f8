package io.tenantry.billing.credit;

import io.tenantry.tenant.access.Permission;
import io.tenantry.tenant.access.PermissionSource;
import io.tenantry.tenant.member.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Administrators see the credit; only the platform gives it. */
@ApplicationScoped
public class CreditPermissions implements PermissionSource {

    @Override
    public Set<Permission> permissions() {
        return Set.of(new Permission("billing", "credits:read", Role.ADMIN));
    }
}
