package io.tenantry.cmo.alerta;

import io.tenantry.cmo.precinto.PrecintoReference;
import io.tenantry.cmo.transito.TransitoReference;
import io.tenantry.platform.persistence.Flush;
import io.tenantry.platform.persistence.Versions;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.text.Text;
import io.tenantry.tenant.activity.ActivityLog;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Changes an alert, moves it on, or deletes it. */
@Stateless
public class ChangeAlerta {

    @PersistenceContext(unitName = "cmoPU")
    EntityManager entityManager;

    @Inject
    ActivityLog activity;

    /** @throws ProblemException {@code not-found}, {@code precondition-failed}, {@code validation}, {@code conflict} */
    public AlertaView change(UUID id, OptionalLong expected, UnaryOperator<AlertaValues> edit) {
        Alerta alerta = Versions.load(entityManager, Alerta.class, id, expected);
        AlertaValues values = edit.apply(alerta.view().values());
        PrecintoReference.require(entityManager, values.precintoId());
        if (values.transitoId() != null) {
            TransitoReference.require(entityManager, values.transitoId());
        }
        Map<String, Object> before = alerta.snapshot();
        alerta.change(values);
        flush();
        if (!before.equals(alerta.snapshot())) {
            activity.changed("alerta.changed", "alerta", id, before, alerta.snapshot());
        }
        return alerta.view();
    }

    /** @throws ProblemException {@code not-found}, {@code precondition-failed}; {@code conflict} in the wrong state */
    public AlertaView take(AlertaStep step, UUID id, OptionalLong expected) {
        Alerta alerta = Versions.load(entityManager, Alerta.class, id, expected);
        Map<String, Object> before = alerta.snapshot();
        alerta.take(step);
        flush();
        activity.changed(step.action(), "alerta", id, before, alerta.snapshot());
        return alerta.view();
    }

    /** @throws ProblemException {@code not-found}, {@code precondition-failed} */
    public void delete(UUID id, OptionalLong expected) {
        Alerta alerta = Versions.load(entityManager, Alerta.class, id, expected);
        entityManager.remove(alerta);
        flush();
        activity.deleted("alerta", id, alerta.snapshot());
    }

    private void flush() {
        Flush.now(entityManager, Text.of("cmo.referenced"), Text.of("cmo.referenced"));
    }
}
