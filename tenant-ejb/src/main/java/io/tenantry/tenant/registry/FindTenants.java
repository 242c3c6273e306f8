package io.tenantry.tenant.registry;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.page.KeysetQuery;
import io.tenantry.platform.page.Page;
import io.tenantry.platform.page.PageRequest;
import io.tenantry.platform.page.SortKey;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.tenancy.TenantId;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads the registry of tenants. */
@Stateless
public class FindTenants {

    /** The code of the plan is not the join's: plans reserved for tenants are not visible to whoever works for none. */
    private static final String SELECT = """
            select new io.tenantry.tenant.registry.TenantView(
                e.id, e.slug, e.name, e.status, e.statusReason, concat(function('app.plan_code', e.planId), ''), e.locale,
                e.timeZone, e.contactEmail, e.trialEndsAt, e.purgeAfter, e.createdAt, e.version)
            from Tenant e left join TenantPlan p on p.id = e.planId""";

    private static final List<SortKey<TenantView>> ORDERS = List.of(
            SortKey.ofInstant("createdAt", "e.createdAt", TenantView::createdAt),
            SortKey.ofText("slug", "e.slug", TenantView::slug),
            SortKey.ofText("name", "e.nameKey", tenant -> Tenant.keyOf(tenant.name())));

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    public Page<TenantView> page(Filter filter, PageRequest request) {
        return new KeysetQuery<>(entityManager, TenantView.class, SELECT, ORDERS, TenantView::id)
                .whereEqual(
                        "e.status",
                        filter.status() == null ? null : filter.status().code())
                .whereEqual("p.code", filter.plan())
                .whereStartsWith(filter.prefix() == null ? null : Tenant.keyOf(filter.prefix()), "e.slug", "e.nameKey")
                .page(request);
    }

    /**
     * Each member narrows the list; {@code null} does not.
     *
     * @param plan code of a plan that is not reserved for one tenant
     * @param prefix with which the slug or the name begins, in any case
     */
    public record Filter(TenantStatus status, String plan, String prefix) {}

    /** @throws ProblemException {@code not-found} */
    public TenantView get(UUID id) {
        return entityManager
                .createQuery(SELECT + " where e.id = :id", TenantView.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    /** @throws ProblemException {@code tenant-suspended} unless its members may work in it */
    public void requireOpen(TenantId id) {
        Optional.ofNullable(entityManager.find(Tenant.class, id.value()))
                .orElseThrow(ProblemException::notFound)
                .requireOpen();
    }

    /** Finds the tenant that {@code reference}, an id or a slug, names. */
    public Optional<TenantId> named(String reference) {
        return entityManager
                .createQuery("select t.id from Tenant t where t.slug = :slug or t.id = :id", UUID.class)
                .setParameter("slug", reference)
                .setParameter("id", Ids.parse(reference).orElse(new UUID(0, 0)))
                .getResultStream()
                .map(TenantId::new)
                .findFirst();
    }
}
