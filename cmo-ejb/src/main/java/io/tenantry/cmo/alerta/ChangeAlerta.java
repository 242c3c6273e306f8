package io.tenantry.cmo.alerta;

import io.tenantry.cmo.CmoCustomFields;
import io.tenantry.platform.caller.Caller;
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

/** Changes an alert, moves it on, or deletes it. */
@Stateless
public class ChangeAlerta {

    @PersistenceContext(unitName = "cmoPU")
    EntityManager entityManager;

    @Inject
    CustomFields customFields;

    @Inject
    ActivityLog activity;

    @Inject
    BusinessClock clock;

    /** @throws ProblemException {@code not-found}, {@code precondition-failed}, {@code validation}, {@code conflict} */
    public AlertaView change(UUID id, OptionalLong expected, UnaryOperator<AlertaValues> edit) {
        Alerta alerta = Versions.load(entityManager, Alerta.class, id, expected);
        AlertaView present = complete(alerta);
        AlertaValues values = edit.apply(present.values());
        AlertaReferences.require(entityManager, values);
        Map<String, Object> before = alerta.snapshot(present.customFields());
        alerta.change(values);
        flush();
        Map<String, Object> custom = customFields.set(CmoCustomFields.ALERTAS, id, values.customFields());
        if (!custom.equals(present.customFields())) {
            Versions.raise(entityManager, alerta);
        }
        Map<String, Object> after = alerta.snapshot(custom);
        if (!before.equals(after)) {
            activity.changed("alerta.changed", "alerta", id, before, after);
        }
        return alerta.view().with(custom);
    }

    /** Without a note. */
    public AlertaView take(AlertaStep step, UUID id, OptionalLong expected) {
        return take(step, id, expected, null);
    }

    /**
     * @param note what was found out, or {@code null}
     * @throws ProblemException {@code not-found}, {@code precondition-failed}; {@code conflict} in the wrong state
     */
    public AlertaView take(AlertaStep step, UUID id, OptionalLong expected, String note) {
        Alerta alerta = Versions.load(entityManager, Alerta.class, id, expected);
        Map<String, Object> custom = customFields.of(CmoCustomFields.ALERTAS, id);
        Map<String, Object> before = alerta.snapshot(custom);
        alerta.take(step, whoActs(), clock.now(), note);
        flush();
        activity.changed(step.action(), "alerta", id, before, alerta.snapshot(custom));
        return alerta.view().with(custom);
    }

    /** @throws ProblemException {@code not-found}, {@code precondition-failed} */
    public void delete(UUID id, OptionalLong expected) {
        Alerta alerta = Versions.load(entityManager, Alerta.class, id, expected);
        Map<String, Object> before = alerta.snapshot(customFields.of(CmoCustomFields.ALERTAS, id));
        entityManager.remove(alerta);
        flush();
        activity.deleted("alerta", id, before);
    }

    /** Really, as in the activity log: not the member who is impersonated. */
    private String whoActs() {
        Caller caller = Caller.current();
        return caller.isImpersonated() ? caller.impersonator().name() : caller.name();
    }

    private void flush() {
        Flush.now(entityManager, Text.of("cmo.referenced"), Text.of("cmo.referenced"));
    }

    private AlertaView complete(Alerta alerta) {
        return customFields.complete(CmoCustomFields.ALERTAS, alerta.view());
    }
}
