package io.tenantry.tenant.lifecycle.internal;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.lifecycle.internal.sql.PurgeStatements;
import io.tenantry.tenant.registry.HeldTenant;
import io.tenantry.tenant.registry.Tenant;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The steps of a purge, each one transaction. */
@Stateless
public class PurgeSteps {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    BusinessClock clock;

    /** Those whose grace is over, and those whose purge has begun. */
    public List<TenantId> due() {
        return PurgeStatements.due(entityManager, clock.wallClock());
    }

    /**
     * Puts the thread's tenant on the way from which there is none back.
     *
     * @param confirm its slug, where a person decides
     * @throws ProblemException {@code not-found}, {@code validation}, {@code conflict}
     */
    public void begin(Optional<String> confirm) {
        Tenant tenant = HeldTenant.hold(entityManager, OptionalLong.empty());
        confirm.ifPresent(tenant::requireNamed);
        tenant.purge(clock.wallClock());
    }

    /** Removes at most so many rows. */
    public PurgeOutcome remove(TenantId tenant, int most, String actor) {
        return PurgeStatements.remove(entityManager, tenant, most, actor);
    }
}
