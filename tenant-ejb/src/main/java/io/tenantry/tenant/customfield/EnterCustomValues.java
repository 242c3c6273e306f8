package io.tenantry.tenant.customfield;

import io.tenantry.platform.imports.Lines;
import io.tenantry.platform.problem.FieldError;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.customfield.internal.CheckedValues;
import io.tenantry.tenant.customfield.internal.FieldType;
import io.tenantry.tenant.customfield.internal.sql.ManyValues;
import io.tenantry.tenant.customfield.internal.sql.ValueStatements;
import io.tenantry.tenant.plan.TenantFeatures;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The values of custom fields of many new rows: one statement a field, however many rows. */
@Stateless
public class EnterCustomValues {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    TenantFeatures features;

    @Inject
    BusinessClock clock;

    /**
     * Rejects the lines whose values the fields do not take. The fields stay as they are until the transaction ends.
     *
     * @param wanted by line, as a client sent them; {@code null} stands for no value
     * @return the values of the lines that are left
     * @throws ProblemException {@code feature-not-in-plan} for any value
     */
    public Map<Integer, Map<String, Object>> check(
            String entity, Lines<?> lines, Map<Integer, Map<String, Object>> wanted) {
        ValueStatements.hold(entityManager, entity);
        List<TenantCustomField> fields = CustomFields.definitions(entityManager, entity);
        boolean inPlan = features.has(CreateCustomField.CUSTOM_FIELDS);
        Map<Integer, Map<String, Object>> values = new LinkedHashMap<>();
        lines.valid().keySet().forEach(line -> {
            try {
                Map<String, Object> ofLine = wanted.get(line);
                values.put(line, CheckedValues.of(fields, ofLine == null ? Map.of() : ofLine, inPlan));
            } catch (ProblemException problem) {
                lines.reject(line, problem);
            }
        });
        if (values.values().stream().anyMatch(ofLine -> !ofLine.isEmpty())) {
            features.require(CreateCustomField.CUSTOM_FIELDS);
        }
        fields.stream().filter(TenantCustomField::isUnique).forEach(field -> rejectTaken(field, lines, values));
        values.keySet().retainAll(lines.valid().keySet());
        return values;
    }

    private void rejectTaken(TenantCustomField field, Lines<?> lines, Map<Integer, Map<String, Object>> values) {
        Map<Integer, String> written = new LinkedHashMap<>();
        values.forEach((line, ofLine) -> {
            if (ofLine.containsKey(field.key())) {
                written.put(line, FieldType.written(ofLine.get(field.key())));
            }
        });
        Set<String> taken = new HashSet<>(ManyValues.taken(entityManager, field.id(), written.values()));
        written.forEach((line, value) -> {
            if (!taken.add(value)) {
                FieldError error = FieldError.of(CheckedValues.pointer(field.key()), "tenant.custom-value-taken");
                lines.reject(line, List.of(error));
            }
        });
    }

    /**
     * Enters values that have been checked in the same transaction.
     *
     * @throws ProblemException {@code conflict} if somebody else has taken one of a unique field since
     */
    public void enter(String entity, Map<UUID, Map<String, Object>> checked) {
        for (TenantCustomField field : CustomFields.definitions(entityManager, entity)) {
            Map<UUID, String> written = new HashMap<>();
            checked.forEach((row, values) -> {
                if (values.containsKey(field.key())) {
                    written.put(row, FieldType.written(values.get(field.key())));
                }
            });
            if (ManyValues.insert(entityManager, field.placeOf(null), written, clock.now()) < written.size()) {
                throw ProblemException.conflict("tenant.custom-values-taken");
            }
        }
    }
}
