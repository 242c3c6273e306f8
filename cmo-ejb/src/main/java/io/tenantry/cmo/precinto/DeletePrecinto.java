package io.tenantry.cmo.precinto;

import io.tenantry.cmo.CmoCustomFields;
import io.tenantry.platform.metering.Limits;
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

/** Deletes a seal that no transit or alert refers to, and gives its place in the plan back. */
@Stateless
public class DeletePrecinto {

    @PersistenceContext(unitName = "cmoPU")
    EntityManager entityManager;

    @Inject
    Limits limits;

    @Inject
    CustomFields customFields;

    @Inject
    ActivityLog activity;

    /** @throws ProblemException {@code not-found}, {@code precondition-failed}, {@code conflict} */
    public void delete(UUID id, OptionalLong expected) {
        Precinto precinto = Versions.load(entityManager, Precinto.class, id, expected);
        Map<String, Object> before = precinto.snapshot(customFields.of(CmoCustomFields.PRECINTOS, id));
        entityManager.remove(precinto);
        Flush.now(entityManager, Text.of("cmo.referenced"), Text.of("cmo.referenced"));
        limits.release("precintos", 1);
        activity.deleted("precinto", id, before);
    }
}
