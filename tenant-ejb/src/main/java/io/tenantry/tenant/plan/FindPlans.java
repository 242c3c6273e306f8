package io.tenantry.tenant.plan;

import io.tenantry.platform.page.KeysetQuery;
import io.tenantry.platform.page.Page;
import io.tenantry.platform.page.PageRequest;
import io.tenantry.platform.page.SortKey;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads plans for who administers them, on offer or not: those reserved for the thread's tenant, or those for everybody
 * if it has none.
 */
@Stateless
public class FindPlans {

    private static final List<SortKey<TenantPlan>> ORDERS = List.of(
            SortKey.ofInstant("createdAt", "e.createdAt", TenantPlan::createdAt),
            SortKey.ofText("code", "e.code", TenantPlan::code));

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    /** Each version is a row. */
    public Page<TenantPlan> page(PageRequest request) {
        KeysetQuery<TenantPlan> query = new KeysetQuery<>(
                entityManager, TenantPlan.class, "select e from TenantPlan e", ORDERS, TenantPlan::id);
        Optional<UUID> tenant = tenant();
        return (tenant.isPresent() ? query.whereEqual("e.reservedFor", tenant.get()) : query.whereNull("e.reservedFor"))
                .page(request);
    }

    /** @throws ProblemException {@code not-found} */
    public PlanVersions get(String code) {
        Optional<UUID> tenant = tenant();
        TypedQuery<TenantPlan> query = entityManager
                .createQuery(
                        "select e from TenantPlan e where e.code = :code and e.reservedFor "
                                + (tenant.isPresent() ? "= :tenant" : "is null") + " order by e.version desc",
                        TenantPlan.class)
                .setParameter("code", code);
        tenant.ifPresent(id -> query.setParameter("tenant", id));
        List<TenantPlan> versions = query.getResultList();
        if (versions.isEmpty()) {
            throw ProblemException.notFound();
        }
        return new PlanVersions(versions);
    }

    private static Optional<UUID> tenant() {
        return TenantContext.current().map(TenantId::value);
    }
}
