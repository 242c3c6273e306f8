package io.tenantry.tenant.customfield;

import io.tenantry.platform.metering.RequiresFeature;
import io.tenantry.platform.metering.WithinLimit;
import io.tenantry.platform.persistence.Flush;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.text.Text;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.activity.ActivityLog;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Set;
import java.util.TreeSet;

/** Adds a field to one kind of the tenant's rows, within what the plan allows. */
@Stateless
public class CreateCustomField {

    /** The plan's resource, and its feature. */
    static final String CUSTOM_FIELDS = "customFields";

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    @Any
    Instance<CustomizableEntities> customizable;

    @Inject
    ActivityLog activity;

    @Inject
    BusinessClock clock;

    /**
     * @throws ProblemException {@code validation}, {@code conflict} for a key that is taken, {@code limit-exceeded},
     *     {@code feature-not-in-plan}
     */
    @RequiresFeature(CUSTOM_FIELDS)
    @WithinLimit(CUSTOM_FIELDS)
    public CustomFieldView create(CustomFieldValues values) {
        requireCustomizable(values.entity());
        int position = values.position() == null ? next(values.entity()) : values.position();
        TenantCustomField field = new TenantCustomField(values, position, clock.now());
        entityManager.persist(field);
        Text taken = Text.of("tenant.custom-field-taken");
        Flush.now(entityManager, taken, taken);
        activity.created("customField", field.id(), field.snapshot());
        return field.view();
    }

    private void requireCustomizable(String entity) {
        Set<String> known = new TreeSet<>();
        customizable.forEach(module -> known.addAll(module.entities()));
        if (!known.contains(entity)) {
            throw ProblemException.invalid("/entity", "validation.one-of", String.join(", ", known));
        }
    }

    private int next(String entity) {
        Integer last = entityManager
                .createQuery("select max(f.position) from TenantCustomField f where f.entity = :entity", Integer.class)
                .setParameter("entity", entity)
                .getSingleResult();
        return last == null ? 1 : last + 1;
    }
}
