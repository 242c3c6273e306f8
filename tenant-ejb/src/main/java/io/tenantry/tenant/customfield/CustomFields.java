package io.tenantry.tenant.customfield;

import io.tenantry.platform.page.KeysetQuery;
import io.tenantry.platform.page.PageRequest;
import io.tenantry.platform.problem.FieldError;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.text.Text;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.customfield.internal.CheckedValues;
import io.tenantry.tenant.customfield.internal.CustomQuery;
import io.tenantry.tenant.customfield.internal.FieldType;
import io.tenantry.tenant.customfield.internal.StoredValues;
import io.tenantry.tenant.customfield.internal.sql.ValueStatements;
import io.tenantry.tenant.plan.TenantFeatures;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The values of custom fields, for the modules whose rows have them. Values are texts, numbers ({@code BigDecimal}),
 * booleans, and days as text ({@code 2026-10-01}).
 */
@Stateless
public class CustomFields {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    TenantFeatures features;

    @Inject
    BusinessClock clock;

    /** The fields of an entity, in the order in which they are shown. */
    public List<CustomFieldView> fields(String entity) {
        return definitions(entity).stream().map(TenantCustomField::view).toList();
    }

    /** The values of one row by key, in the order of the fields. */
    public Map<String, Object> of(String entity, UUID row) {
        return of(entity, List.of(row)).getOrDefault(row, Map.of());
    }

    /** The values of many rows, by one query; rows without any are absent. */
    public Map<UUID, Map<String, Object>> of(String entity, Collection<UUID> rows) {
        return StoredValues.of(entityManager, entity, rows);
    }

    /** The row with its values. */
    public <T extends Customized<T>> T complete(String entity, T row) {
        return row.with(of(entity, row.id()));
    }

    /** The rows with their values, by one query. */
    public <T extends Customized<T>> List<T> complete(String entity, List<T> rows) {
        Map<UUID, Map<String, Object>> values =
                of(entity, rows.stream().map(Customized::id).toList());
        return rows.stream()
                .map(row -> row.with(values.getOrDefault(row.id(), Map.of())))
                .toList();
    }

    /**
     * Lets a query of a page be narrowed and ordered by custom fields; it is not run here.
     *
     * @param filters parameters of the query whose names begin with {@code cf.}
     * @throws ProblemException {@code validation} for what names no field of the entity
     */
    public <T extends Customized<T>> void narrow(
            String entity, Map<String, String> filters, PageRequest request, KeysetQuery<T> query) {
        if (CustomQuery.isNeeded(filters, request)) {
            new CustomQuery(definitions(entity)).apply(filters, request, query);
        }
    }

    /**
     * Gives a row, new or held by the caller, these values and no others. They are deleted together with the row.
     *
     * @param wanted as a client sent them; {@code null} stands for no value
     * @return what the row has now
     * @throws ProblemException {@code validation} at {@code /customFields/<key>}; {@code conflict} at the same place for
     *     a value of a unique field that another row has; {@code feature-not-in-plan} for any change
     */
    public Map<String, Object> set(String entity, UUID row, Map<String, Object> wanted) {
        boolean none = !ValueStatements.hold(entityManager, entity);
        if (none && (wanted == null || wanted.isEmpty())) {
            return Map.of();
        }
        List<TenantCustomField> fields = definitions(entity);
        boolean inPlan = features.has(CreateCustomField.CUSTOM_FIELDS);
        Map<String, Object> after = CheckedValues.of(fields, wanted == null ? Map.of() : wanted, inPlan);
        Map<String, Object> before = of(entity, row);
        if (!after.equals(before)) {
            features.require(CreateCustomField.CUSTOM_FIELDS);
            write(fields, row, before, after);
        }
        return after;
    }

    private void write(
            List<TenantCustomField> fields, UUID row, Map<String, Object> before, Map<String, Object> after) {
        List<FieldError> taken = new ArrayList<>();
        for (TenantCustomField field : fields) {
            Object old = before.get(field.key());
            Object value = after.get(field.key());
            if (old != null && !old.equals(value)) {
                delete(field, row);
            }
            if (value != null && !value.equals(old) && !isInserted(field, row, value)) {
                taken.add(FieldError.of(CheckedValues.pointer(field.key()), "tenant.custom-value-taken"));
            }
        }
        if (!taken.isEmpty()) {
            throw new ProblemException(ProblemType.CONFLICT, Text.of("tenant.custom-values-taken"), taken, Map.of());
        }
    }

    private void delete(TenantCustomField field, UUID row) {
        entityManager
                .createQuery("delete from CustomValue v where v.entityId = :row and v.fieldId = :field")
                .setParameter("row", row)
                .setParameter("field", field.id())
                .executeUpdate();
    }

    /** Never an update: an insert can wait for another row's value and tell, an update would fail. */
    private boolean isInserted(TenantCustomField field, UUID row, Object value) {
        return ValueStatements.insert(entityManager, field.placeOf(row), FieldType.written(value), clock.now());
    }

    private List<TenantCustomField> definitions(String entity) {
        return definitions(entityManager, entity);
    }

    static List<TenantCustomField> definitions(EntityManager entityManager, String entity) {
        return entityManager
                .createQuery(
                        "select f from TenantCustomField f where f.entity = :entity order by f.position, f.id",
                        TenantCustomField.class)
                .setParameter("entity", entity)
                .getResultList();
    }
}
