package io.tenantry.tenant.plan;

import io.tenantry.platform.tenancy.TenantContext;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.SortedSet;
import java.util.TreeSet;

/** The features that the thread's tenant has by its plan. */
@Stateless
public class TenantFeatures {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    public SortedSet<String> ofCurrentTenant() {
        return new TreeSet<>(entityManager
                .createQuery(
                        "select f from Tenant t join TenantPlan p on p.id = t.planId join p.features f where t.id = :tenant",
                        String.class)
                .setParameter("tenant", TenantContext.required().value())
                .getResultList());
    }
}
