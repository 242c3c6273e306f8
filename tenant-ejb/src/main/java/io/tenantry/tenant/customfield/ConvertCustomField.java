package io.tenantry.tenant.customfield;

import io.tenantry.platform.metering.RequiresFeature;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.tenant.activity.ActivityLog;
import io.tenantry.tenant.customfield.internal.FieldRules;
import io.tenantry.tenant.customfield.internal.FieldType;
import io.tenantry.tenant.customfield.internal.StoredValues;
import io.tenantry.tenant.customfield.internal.sql.ValueStatements;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** Gives a custom field another type and converts all of its values, or none if one of them has no counterpart. */
@Stateless
public class ConvertCustomField {

    private static final int MAX_ROWS = 20;

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    ActivityLog activity;

    /**
     * @throws ProblemException {@code not-found}, {@code precondition-failed}, {@code validation}; {@code conflict} if a
     *     value cannot be converted, or becomes the same as another one of a unique field
     */
    @RequiresFeature(CreateCustomField.CUSTOM_FIELDS)
    public ConversionView convert(UUID id, OptionalLong expected, Conversion conversion) {
        TenantCustomField field = HeldField.load(entityManager, id, expected);
        FieldType to = FieldType.of(conversion.type());
        FieldRules.options(to, conversion.options());
        List<UUID> inconvertible = new ArrayList<>();
        int[] count = {0};
        StoredValues.ofField(entityManager, id, values -> {
            count[0] += values.size();
            values.values().stream()
                    .filter(value ->
                            to.parse(value.value(), conversion.options()).isEmpty())
                    .forEach(value -> inconvertible.add(value.row()));
        });
        if (!conversion.dryRun()) {
            if (!inconvertible.isEmpty()) {
                throw ProblemException.conflict("tenant.custom-field-inconvertible", inconvertible.size());
            }
            convert(field, to, conversion.options());
        }
        return new ConversionView(
                count[0] - inconvertible.size(),
                inconvertible.size(),
                inconvertible.stream().limit(MAX_ROWS).toList(),
                field.view());
    }

    private void convert(TenantCustomField field, FieldType to, List<String> options) {
        Map<String, Object> before = field.snapshot();
        StoredValues.ofField(entityManager, field.id(), values -> {
            Map<UUID, String> written = new LinkedHashMap<>();
            values.forEach((id, value) -> {
                Optional<Object> converted = to.parse(value.value(), options);
                written.put(id, FieldType.written(converted.orElseThrow()));
            });
            ValueStatements.convert(entityManager, to, field.isUnique(), written);
        });
        field.convert(to, options);
        entityManager.flush();
        activity.changed("customField.converted", "customField", field.id(), before, field.snapshot());
    }
}
