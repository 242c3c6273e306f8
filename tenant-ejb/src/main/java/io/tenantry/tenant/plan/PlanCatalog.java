package io.tenantry.tenant.plan;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.tenancy.TenantContext;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

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

    /**
     * A version on offer; the newest one if none is asked for.
     *
     * @throws ProblemException {@code validation}
     */
    public TenantPlan named(String code, Integer version) {
        return onOffer(code, version)
                .orElseThrow(
                        () -> ProblemException.invalid(version == null ? "/plan" : "/version", "validation.reference"));
    }

    /** The version that the thread's tenant has. */
    public TenantPlan ofCurrentTenant() {
        return ofCurrentTenant(entityManager);
    }

    static TenantPlan ofCurrentTenant(EntityManager entityManager) {
        return entityManager
                .createQuery(
                        "select p from Tenant t join TenantPlan p on p.id = t.planId where t.id = :tenant",
                        TenantPlan.class)
                .setParameter("tenant", TenantContext.required().value())
                .getSingleResult();
    }

    /** Any version that the thread may see, on offer or not. */
    public Optional<TenantPlan> find(UUID id) {
        return Optional.ofNullable(entityManager.find(TenantPlan.class, id));
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
