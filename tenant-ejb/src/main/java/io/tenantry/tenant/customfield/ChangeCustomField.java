package io.tenantry.tenant.customfield;

import io.tenantry.platform.metering.RequiresFeature;
import io.tenantry.platform.persistence.Flush;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.text.Text;
import io.tenantry.tenant.activity.ActivityLog;
import io.tenantry.tenant.customfield.internal.sql.ValueStatements;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Changes how a custom field is shown and what it asks of new values; those that are there must agree with it. */
@Stateless
public class ChangeCustomField {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    ActivityLog activity;

    /**
     * @param expected the version to change; needed
     * @throws ProblemException {@code not-found}, {@code precondition-required}, {@code precondition-failed},
     *     {@code validation}; {@code conflict} for another type, for an option that is used and for a value that more
     *     than one row has
     */
    @RequiresFeature(CreateCustomField.CUSTOM_FIELDS)
    public CustomFieldView change(UUID id, OptionalLong expected, UnaryOperator<CustomFieldValues> edit) {
        TenantCustomField field = HeldField.required(entityManager, id, expected);
        Map<String, Object> before = field.snapshot();
        boolean wasUnique = field.isUnique();
        List<String> dropped = new ArrayList<>(field.options());
        field.change(edit.apply(field.view().values()));
        dropped.removeAll(field.options());
        requireUnused(id, dropped);
        Flush.now(entityManager, Text.of("tenant.custom-field-taken"), Text.of("tenant.custom-field-taken"));
        if (wasUnique != field.isUnique()) {
            ValueStatements.setUnique(entityManager, id, field.isUnique());
        }
        if (!before.equals(field.snapshot())) {
            activity.changed("customField.changed", "customField", id, before, field.snapshot());
        }
        return field.view();
    }

    private void requireUnused(UUID id, List<String> dropped) {
        if (!dropped.isEmpty()) {
            entityManager
                    .createQuery(
                            "select v.textValue from CustomValue v where v.fieldId = :field and v.textValue in :dropped",
                            String.class)
                    .setParameter("field", id)
                    .setParameter("dropped", dropped)
                    .setMaxResults(1)
                    .getResultStream()
                    .findFirst()
                    .ifPresent(used -> {
                        throw ProblemException.conflict("tenant.custom-field-option-used", used);
                    });
        }
    }
}
