package io.tenantry.cmo.transito;

import io.tenantry.cmo.CmoCustomFields;
import io.tenantry.cmo.precinto.MovePrecinto;
import io.tenantry.cmo.precinto.PrecintoReference;
import io.tenantry.platform.persistence.Flush;
import io.tenantry.platform.persistence.Versions;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.text.Text;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.activity.ActivityLog;
import io.tenantry.tenant.customfield.CustomFields;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Changes a transit, moves it on, or deletes it. */
@Stateless
public class ChangeTransito {

    @PersistenceContext(unitName = "cmoPU")
    EntityManager entityManager;

    @Inject
    CustomFields customFields;

    @Inject
    LockTransito lock;

    @Inject
    MovePrecinto precintos;

    @Inject
    ActivityLog activity;

    @Inject
    BusinessClock clock;

    /** @throws ProblemException {@code not-found}, {@code precondition-failed}, {@code validation}, {@code conflict} */
    public TransitoView change(UUID id, OptionalLong expected, UnaryOperator<TransitoValues> edit) {
        Transito transito = Versions.load(entityManager, Transito.class, id, expected);
        TransitoView present = complete(transito);
        TransitoValues values = edit.apply(present.values());
        PrecintoReference.require(entityManager, values.precintoId());
        Map<String, Object> before = transito.snapshot(present.customFields());
        transito.change(values);
        flush();
        Map<String, Object> custom = customFields.set(CmoCustomFields.TRANSITOS, id, values.customFields());
        if (!custom.equals(present.customFields())) {
            Versions.raise(entityManager, transito);
        }
        Map<String, Object> after = transito.snapshot(custom);
        if (!before.equals(after)) {
            activity.changed("transito.changed", "transito", id, before, after);
        }
        return transito.view().with(custom);
    }

    /**
     * Arms the seal or releases it, too.
     *
     * @throws ProblemException {@code not-found}, {@code precondition-failed}; {@code conflict} in the wrong state, its
     *     own or the seal's
     */
    public TransitoView take(TransitoStep step, UUID id, OptionalLong expected) {
        Transito transito = lock.lock(id, expected);
        Map<String, Object> custom = customFields.of(CmoCustomFields.TRANSITOS, id);
        Map<String, Object> before = transito.snapshot(custom);
        transito.require(step);
        if (step == TransitoStep.START) {
            precintos.arm(transito.precintoId());
        } else if (transito.status() == TransitoStatus.inProgress) {
            precintos.release(transito.precintoId());
        }
        transito.take(step, clock.now());
        Flush.now(entityManager, Text.of("cmo.precinto-is.armed"), Text.of("cmo.referenced"));
        activity.changed(step.action(), "transito", id, before, transito.snapshot(custom));
        return transito.view().with(custom);
    }

    /**
     * @throws ProblemException {@code not-found}, {@code precondition-failed}; {@code conflict} if it is in progress or has
     *     alerts
     */
    public void delete(UUID id, OptionalLong expected) {
        Transito transito = Versions.load(entityManager, Transito.class, id, expected);
        if (transito.status() == TransitoStatus.inProgress) {
            throw ProblemException.conflict("cmo.transito-running");
        }
        Map<String, Object> before = transito.snapshot(customFields.of(CmoCustomFields.TRANSITOS, id));
        entityManager.remove(transito);
        flush();
        activity.deleted("transito", id, before);
    }

    private void flush() {
        Flush.now(entityManager, Text.of("cmo.transito-code-taken"), Text.of("cmo.referenced"));
    }

    private TransitoView complete(Transito transito) {
        return customFields.complete(CmoCustomFields.TRANSITOS, transito.view());
    }
}
