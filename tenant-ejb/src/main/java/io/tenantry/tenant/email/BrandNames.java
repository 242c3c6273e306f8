package io.tenantry.tenant.email;

import java.util.Optional;

/** Knows under which name a tenant presents the service as its own; any bean of this type may answer. */
public interface BrandNames {

    /** The name for the thread's tenant. It is asked only if the tenant's plan has {@code whiteLabel}. */
    Optional<String> ofCurrentTenant();
}
