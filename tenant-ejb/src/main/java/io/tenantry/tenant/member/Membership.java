package io.tenantry.tenant.member;

import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.registry.TenantStatus;

/** One of an account's tenants, as the account may see it. */
public record Membership(TenantId tenant, String slug, String name, MemberRole role, TenantStatus status) {

    /** Whether {@code reference}, an id or a slug, names this tenant. */
    public boolean isNamed(String reference) {
        return slug.equals(reference) || tenant.toString().equals(reference);
    }
}
