package io.tenantry.billing.discount;

import io.tenantry.tenant.access.Permission;
import io.tenantry.tenant.access.PermissionSource;
import io.tenantry.tenant.member.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Administrators see discounts and take coupons. */
@ApplicationScoped
public class DiscountPermissions implements PermissionSource {

    @Override
    public Set<Permission> permissions() {
        return Set.of(
                new Permission("billing", "discounts:read", Role.ADMIN),
                new Permission("billing", "discounts:write", Role.ADMIN));
    }
}
