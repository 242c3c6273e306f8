package io.tenantry.tenant.registry;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.tenant.activity.ActivityLog;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** Changes what the thread's tenant says about itself. */
@Stateless
public class ChangeTenantSettings {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    ActivityLog activity;

    /**
     * @param expected the version to change, or empty for any
     * @throws ProblemException {@code not-found}, {@code precondition-failed}
     */
    public void change(OptionalLong expected, UnaryOperator<TenantSettings> edit) {
        Tenant tenant = HeldTenant.hold(entityManager, expected);
        TenantSettings before = tenant.settings();
        TenantSettings after = edit.apply(before);
        if (!after.equals(before)) {
            tenant.change(after);
            entityManager.flush();
            activity.changed("tenant" + ".changed", "tenant", tenant.id().value(), before.snapshot(), after.snapshot());
        }
    }
}
