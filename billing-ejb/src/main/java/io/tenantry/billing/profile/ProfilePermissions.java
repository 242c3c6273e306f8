package io.tenantry.billing.profile;

import io.tenantry.tenant.access.Permission;
import io.tenantry.tenant.access.PermissionSource;
import io.tenantry.tenant.member.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Administrators say to whom invoices are addressed. */
@ApplicationScoped
public class ProfilePermissions implements PermissionSource {

    @Override
    public Set<Permission> permissions() {
        return Set.of(
                new Permission("billing", "billingProfile:read", Role.ADMIN),
                new Permission("billing", "billingProfile:write", Role.ADMIN));
    }
}
