package io.tenantry.billing.payment;

import io.tenantry.tenant.access.Permission;
import io.tenantry.tenant.access.PermissionSource;
import io.tenantry.tenant.member.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Administrators see what was paid; the platform records it. */
@ApplicationScoped
public class PaymentPermissions implements PermissionSource {

    @Override
    public Set<Permission> permissions() {
        return Set.of(new Permission("billing", "payments:read", Role.ADMIN));
    }
}
