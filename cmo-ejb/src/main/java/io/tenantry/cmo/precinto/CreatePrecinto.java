package io.tenantry.cmo.precinto;

import io.tenantry.platform.metering.WithinLimit;
import io.tenantry.platform.persistence.Flush;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.text.Text;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.activity.ActivityLog;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Enters a seal, within what the plan allows. */
@Stateless
public class CreatePrecinto {

    @PersistenceContext(unitName = "cmoPU")
    EntityManager entityManager;

    @Inject
    ActivityLog activity;

    @Inject
    BusinessClock clock;

    /** @throws ProblemException {@code conflict} for a code that is taken, {@code limit-exceeded} */
    @WithinLimit("precintos")
    public PrecintoView create(PrecintoValues values) {
        Precinto precinto = new Precinto(values, clock.now());
        entityManager.persist(precinto);
        Flush.now(entityManager, Text.of("cmo.precinto-code-taken"), Text.of("cmo.referenced"));
        activity.created("precinto", precinto.id(), precinto.snapshot());
        return precinto.view();
    }
}
