package io.tenantry.tenant.plan;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** The plans on offer: of each code the newest published version. */
@Stateless
public class PlanCatalog {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    /** Cheapest first; within a tenant also those reserved for it. */
    public List<TenantPlan> onOffer() {
        return entityManager.createQuery("""
                        select p from TenantPlan p
                        where p.published = true and p.version = (
                            select max(q.version) from TenantPlan q where q.code = p.code and q.published = true)
                        order by p.amount, p.code
                        """, TenantPlan.class).getResultList();
    }

    public Optional<TenantPlan> onOffer(String code) {
        return onOffer().stream().filter(plan -> plan.code().equals(code)).findFirst();
    }

    /** A version on offer; the newest one if none is asked for. */
    public Optional<TenantPlan> onOffer(String code, Integer version) {
        return version == null
                ? onOffer(code)
                : entityManager
                        .createQuery(
                                "select p from TenantPlan p where p.code = :code and p.version = :version and p.published = true",
                                TenantPlan.class)
                        .setParameter("code", code)
                        .setParameter("version", version)
                        .getResultStream()
                        .findFirst();
    }
}
