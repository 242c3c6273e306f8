package io.tenantry.cmo.alerta;

import io.tenantry.cmo.CmoCustomFields;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Raises an alert for one of the tenant's seals. */
@Stateless
public class RaiseAlerta {

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

    /** @throws ProblemException {@code validation} for an unknown seal or transit, {@code limit-exceeded} */
    public AlertaView raise(AlertaValues values) {
        AlertaReferences.require(entityManager, values);
        Alerta alerta = new Alerta(values, clock.now());
        entityManager.persist(alerta);
        Flush.now(entityManager, Text.of("cmo.referenced"), Text.of("cmo.referenced"));
        usage.record("alertas", 1);
        AlertaView created =
                alerta.view().with(customFields.set(CmoCustomFields.ALERTAS, alerta.id(), values.customFields()));
        activity.created("alerta", created.id(), alerta.snapshot(created.customFields()));
        return created;
    }

    /**
     * Several that no person has raised, and so without custom fields.
     *
     * @param reported of seals that are locked, and of their transits
     * @throws ProblemException {@code limit-exceeded} unless there may be all of them
     */
    public List<UUID> raiseAll(List<AlertaValues> reported) {
        Instant now = clock.now();
        List<Alerta> raised =
                reported.stream().map(values -> new Alerta(values, now)).toList();
        raised.forEach(entityManager::persist);
        entityManager.flush();
        usage.record("alertas", raised.size());
        raised.forEach(alerta -> activity.created("alerta", alerta.id(), alerta.snapshot(Map.of())));
        return raised.stream().map(Alerta::id).toList();
    }
}
