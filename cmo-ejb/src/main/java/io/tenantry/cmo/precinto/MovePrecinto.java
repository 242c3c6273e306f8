package io.tenantry.cmo.precinto;

import io.tenantry.cmo.CmoCustomFields;
import io.tenantry.cmo.precinto.internal.sql.PrecintoLocks;
import io.tenantry.cmo.precinto.internal.sql.RunningTransito;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.tenant.activity.ActivityLog;
import io.tenantry.tenant.customfield.CustomFields;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Moves seals as their transits and their reports demand. Lock them first, and before any transit. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class MovePrecinto {

    @PersistenceContext(unitName = "cmoPU")
    EntityManager entityManager;

    @Inject
    CustomFields customFields;

    @Inject
    ActivityLog activity;

    public void lock(UUID id) {
        lock(List.of(id));
    }

    /** @return those that exist; they are locked until the transaction ends */
    public Set<UUID> lock(Collection<UUID> ids) {
        return PrecintoLocks.take(entityManager, ids);
    }

    /** @throws ProblemException {@code conflict} unless it is available, with the reason */
    public void arm(UUID id) {
        RunningTransito.under(entityManager, id).ifPresent(code -> {
            throw ProblemException.conflict("cmo.precinto-armed-by", code);
        });
        move("precinto.armed", id, Precinto::arm);
    }

    public void release(UUID id) {
        move("precinto.released", id, Precinto::release);
    }

    public void tamper(UUID id) {
        move("precinto.tampered", id, Precinto::tamper);
    }

    /** Not in the activity log: where seals report each minute, there would be nothing else in it. */
    public void seen(UUID id, Sighting sighting) {
        entityManager.find(Precinto.class, id).seen(sighting);
    }

    private void move(String action, UUID id, Consumer<Precinto> step) {
        Precinto precinto = entityManager.find(Precinto.class, id);
        Map<String, Object> custom = customFields.of(CmoCustomFields.PRECINTOS, id);
        Map<String, Object> before = precinto.snapshot(custom);
        step.accept(precinto);
        Map<String, Object> after = precinto.snapshot(custom);
        if (!before.equals(after)) {
            activity.changed(action, "precinto", id, before, after);
        }
    }
}
