package io.tenantry.tenant.registry;

import io.tenantry.platform.persistence.Versions;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.tenancy.TenantContext;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.OptionalLong;

/** Loads the thread's tenant to change it; changes at the same time wait for each other. */
public final class HeldTenant {

    private HeldTenant() {}

    /**
     * @param expected the version to change, or empty for any
     * @throws ProblemException {@code not-found}; {@code precondition-failed} if it is another version by now
     */
    public static Tenant hold(EntityManager entityManager, OptionalLong expected) {
        Tenant tenant =
                entityManager.find(Tenant.class, TenantContext.required().value(), LockModeType.PESSIMISTIC_WRITE);
        if (tenant == null) {
            throw ProblemException.notFound();
        }
        Versions.require(expected, tenant.version());
        return tenant;
    }
}
