package io.tenantry.tenant.customfield;

import io.tenantry.platform.metering.Limits;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.tenant.activity.ActivityLog;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;

/** Deletes a custom field, its values only if that is asked for, and gives its place in the plan back. */
@Stateless
public class DeleteCustomField {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    Limits limits;

    @Inject
    ActivityLog activity;

    /** @throws ProblemException {@code not-found}, {@code precondition-failed}; {@code conflict} if it has values */
    public void delete(UUID id, OptionalLong expected, boolean withValues) {
        TenantCustomField field = HeldField.load(entityManager, id, expected);
        int values = entityManager
                .createQuery("delete from CustomValue v where v.fieldId = :field")
                .setParameter("field", id)
                .executeUpdate();
        if (values > 0 && !withValues) {
            throw ProblemException.conflict("tenant.custom-field-has-values", values);
        }
        Map<String, Object> before = field.snapshot();
        before.put("values", values);
        entityManager.remove(field);
        entityManager.flush();
        limits.release(CreateCustomField.CUSTOM_FIELDS, 1);
        activity.deleted("customField", id, before);
    }
}
