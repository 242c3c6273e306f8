package io.tenantry.cmo.precinto;

import io.tenantry.cmo.CmoCustomFields;
import io.tenantry.cmo.precinto.internal.sql.RunningTransito;
import io.tenantry.platform.persistence.Flush;
import io.tenantry.platform.persistence.Versions;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.text.Text;
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

/** Changes a seal. */
@Stateless
public class ChangePrecinto {

    @PersistenceContext(unitName = "cmoPU")
    EntityManager entityManager;

    @Inject
    CustomFields customFields;

    @Inject
    ActivityLog activity;

    /**
     * @param expected the version to change, or empty for any
     * @throws ProblemException {@code not-found}, {@code precondition-failed}, {@code conflict}
     */
    public PrecintoView change(UUID id, OptionalLong expected, UnaryOperator<PrecintoValues> edit) {
        Precinto precinto = Versions.load(entityManager, Precinto.class, id, expected);
        PrecintoView present = complete(precinto);
        PrecintoValues values = edit.apply(present.values());
        Map<String, Object> before = precinto.snapshot(present.customFields());
        if (values.status() != null && values.status() != present.status()) {
            requireNoTransit(id);
        }
        precinto.change(values);
        Flush.now(entityManager, Text.of("cmo.precinto-code-taken"), Text.of("cmo.referenced"));
        Map<String, Object> custom = customFields.set(CmoCustomFields.PRECINTOS, id, values.customFields());
        if (!custom.equals(present.customFields())) {
            Versions.raise(entityManager, precinto);
        }
        Map<String, Object> after = precinto.snapshot(custom);
        if (!before.equals(after)) {
            activity.changed("precinto.changed", "precinto", id, before, after);
        }
        return precinto.view().with(custom);
    }

    /** One that was tampered with on the way is not available before the transit has ended. */
    private void requireNoTransit(UUID id) {
        RunningTransito.under(entityManager, id).ifPresent(code -> {
            throw ProblemException.conflict("cmo.precinto-in-transit", code);
        });
    }

    private PrecintoView complete(Precinto precinto) {
        return customFields.complete(CmoCustomFields.PRECINTOS, precinto.view());
    }
}
