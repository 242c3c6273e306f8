package io.tenantry.tenant.customfield;

import io.tenantry.platform.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A row's value of a custom field, in the column of its type. Modules name it in their persistence unit, so that their
 * lists can be narrowed and ordered by it; it is written by {@link CustomFields} alone.
 */
@Entity
@Table(name = "tenant_custom_value")
public class CustomValue extends TenantEntity {

    private String entity;

    @Column(name = "entity_id")
    private UUID entityId;

    @Column(name = "field_id")
    private UUID fieldId;

    @Column(name = "text_value")
    private String textValue;

    @Column(name = "number_value")
    private BigDecimal numberValue;

    /** In the order of the numbers; the database makes it. */
    @Column(name = "number_key", insertable = false, updatable = false)
    private String numberKey;

    @Column(name = "boolean_value")
    private Boolean booleanValue;

    @Column(name = "date_value")
    private LocalDate dateValue;

    protected CustomValue() {}
}
