package io.tenantry.cmo.precinto;

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

/** Changes a seal. */
@Stateless
public class ChangePrecinto {

    @PersistenceContext(unitName = "cmoPU")
    EntityManager entityManager;

    @Inject
    ActivityLog activity;

    /**
     * @param expected the version to change, or empty for any
     * @throws ProblemException {@code not-found}, {@code precondition-failed}, {@code conflict}
     */
    public PrecintoView change(UUID id, OptionalLong expected, UnaryOperator<PrecintoValues> edit) {
        Precinto precinto = Versions.load(entityManager, Precinto.class, id, expected);
        PrecintoValues values = edit.apply(precinto.view().values());
        Map<String, Object> before = precinto.snapshot();
        precinto.change(values);
        Flush.now(entityManager, Text.of("cmo.precinto-code-taken"), Text.of("cmo.referenced"));
        if (!before.equals(precinto.snapshot())) {
            activity.changed("precinto.changed", "precinto", id, before, precinto.snapshot());
        }
        return precinto.view();
    }
}
