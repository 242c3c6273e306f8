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

    /** Not by a join: the plans reserved for tenants are not visible to whoever works for none of them. */
    private static final String SELECT = """
            select new io.tenantry.tenant.registry.TenantView(
                e.id, e.slug, e.name, e.status, concat(function('app.plan_code', e.planId), ''), e.trialEndsAt,
                e.createdAt, e.version)
            from Tenant e""";

    private static final List<SortKey<TenantView>> ORDERS = List.of(
            SortKey.ofInstant("createdAt", "e.createdAt", TenantView::createdAt),
            SortKey.ofText("slug", "e.slug", TenantView::slug));

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    public Page<TenantView> page(PageRequest request) {
        return new KeysetQuery<>(entityManager, TenantView.class, SELECT, ORDERS, TenantView::id).page(request);
    }

    /** @throws ProblemException {@code not-found} */
    public TenantView get(UUID id) {
        return entityManager
                .createQuery(SELECT + " where e.id = :id", TenantView.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(ProblemException::notFound);
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
