package io.tenantry.cmo.transito;

import io.tenantry.cmo.CmoCustomFields;
import io.tenantry.cmo.precinto.PrecintoReference;
import io.tenantry.platform.metering.Usage;
import io.tenantry.platform.persistence.Flush;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.text.Text;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.activity.ActivityLog;
import io.tenantry.tenant.customfield.CustomFields;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Plans a transit under one of the tenant's seals. */
@Stateless
public class PlanTransito {

    @PersistenceContext(unitName = "cmoPU")
    EntityManager entityManager;

    @Inject
    CustomFields customFields;

    @Inject
    Usage usage;

    @Inject
    ActivityLog activity;

    @Inject
    BusinessClock clock;

    /**
     * @throws ProblemException {@code validation} for an unknown seal, {@code conflict} for a code that is taken, {@code
     *     limit-exceeded}
     */
    public TransitoView plan(TransitoValues values) {
        PrecintoReference.require(entityManager, values.precintoId());
        // first, as an import does, so that nobody waits in a circle
        usage.record("transitos", 1);
        Transito transito = new Transito(values, clock.now());
        entityManager.persist(transito);
        Flush.now(entityManager, Text.of("cmo.transito-code-taken"), Text.of("cmo.referenced"));
        TransitoView created =
                transito.view().with(customFields.set(CmoCustomFields.TRANSITOS, transito.id(), values.customFields()));
        activity.created("transito", created.id(), transito.snapshot(created.customFields()));
        return created;
    }
}
