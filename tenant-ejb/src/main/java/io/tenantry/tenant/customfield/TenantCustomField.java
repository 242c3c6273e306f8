package io.tenantry.tenant.customfield;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.tenancy.TenantEntity;
import io.tenantry.tenant.customfield.internal.FieldRules;
import io.tenantry.tenant.customfield.internal.FieldType;
import io.tenantry.tenant.customfield.internal.sql.ValueStatements;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A field the tenant has added to one kind of its rows. What it is for and its key stay; its type may be converted. */
@Entity
@Table(name = "tenant_custom_field")
public class TenantCustomField extends TenantEntity {

    private String entity;

    @Column(name = "key")
    private String fieldKey;

    private String label;
    private String type;
    private boolean required;

    @Column(name = "is_unique")
    private boolean unique;

    private String options;
    private int position;

    protected TenantCustomField() {}

    /** @throws ProblemException {@code validation} */
    TenantCustomField(CustomFieldValues values, int position, Instant now) {
        super(Ids.next(), now);
        FieldRules.requireKey(values.key());
        entity = values.entity();
        fieldKey = values.key();
        type = FieldType.of(values.type()).code();
        set(values, position);
    }

    /** @throws ProblemException {@code validation}; {@code conflict} for what cannot be changed this way */
    void change(CustomFieldValues values) {
        if (!entity.equals(values.entity()) || !fieldKey.equals(values.key())) {
            throw ProblemException.conflict("tenant.custom-field-fixed");
        }
        if (type() != FieldType.of(values.type())) {
            throw ProblemException.conflict("tenant.custom-field-type");
        }
        set(values, values.position() == null ? position : values.position());
    }

    /** @throws ProblemException {@code validation} */
    void convert(FieldType to, List<String> newOptions) {
        options = FieldRules.options(to, newOptions);
        type = to.code();
    }

    private void set(CustomFieldValues values, int newPosition) {
        label = values.label();
        required = values.required();
        unique = values.unique();
        options = FieldRules.options(type(), values.options());
        position = newPosition;
    }

    public String entity() {
        return entity;
    }

    public String key() {
        return fieldKey;
    }

    public FieldType type() {
        return FieldType.of(type);
    }

    public boolean isRequired() {
        return required;
    }

    public boolean isUnique() {
        return unique;
    }

    public List<String> options() {
        return options.isEmpty() ? List.of() : List.of(options.split("\n"));
    }

    /** Where a row's value of it is stored. */
    ValueStatements.Place placeOf(UUID row) {
        return new ValueStatements.Place(entity, row, id(), type(), unique);
    }

    CustomFieldView view() {
        return new CustomFieldView(
                id(), entity, fieldKey, label, type, required, unique, options(), position, createdAt(), version());
    }

    Map<String, Object> snapshot() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("entity", entity);
        values.put("key", fieldKey);
        values.put("label", label);
        values.put("type", type);
        values.put("required", required);
        values.put("unique", unique);
        values.put("options", options());
        values.put("position", position);
        return values;
    }
}
