package io.tenantry.cmo.precinto;

import io.tenantry.cmo.Versions;
import io.tenantry.platform.persistence.Flush;
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
    public PrecintoView change(UUID id, OptionalLong expected, PrecintoValues values) {
        Precinto precinto = Versions.load(entityManager, Precinto.class, id, expected);
        Map<String, Object> before = precinto.snapshot();
        precinto.change(values);
        Flush.now(entityManager, Text.of("cmo.precinto-code-taken"), Text.of("cmo.referenced"));
        if (!before.equals(precinto.snapshot())) {
            activity.changed("precinto", id, before, precinto.snapshot());
        }
        return precinto.view();
    }
}
