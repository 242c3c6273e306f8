package io.tenantry.tenant.lifecycle.internal;

import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.testing.StandaloneUnit;
import io.tenantry.platform.time.BusinessClock;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** The steps as a server would hand them out, each call in a transaction of its own. */
public final class StandaloneSteps extends PurgeSteps {

    private final StandaloneUnit unit;

    public StandaloneSteps(StandaloneUnit unit) {
        this.unit = unit;
    }

    @Override
    public List<TenantId> due() {
        return unit.inTransaction(em -> in(em).due());
    }

    @Override
    public void begin(Optional<String> confirm) {
        unit.transaction(em -> in(em).begin(confirm));
    }

    @Override
    public PurgeOutcome remove(TenantId tenant, int most, String actor) {
        return unit.inTransaction(em -> in(em).remove(tenant, most, actor));
    }

    private static PurgeSteps in(EntityManager entityManager) {
        PurgeSteps steps = new PurgeSteps();
        steps.entityManager = entityManager;
        steps.clock = new BusinessClock(false);
        return steps;
    }
}
