package io.tenantry.platform.tenancy;

import java.util.Objects;
import java.util.UUID;

/** Identifies one tenant, that is, one organization. */
public record TenantId(UUID value) {

    public TenantId {
        Objects.requireNonNull(value, "tenant id");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
