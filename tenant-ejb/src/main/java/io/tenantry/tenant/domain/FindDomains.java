package io.tenantry.tenant.domain;

import io.tenantry.platform.page.KeysetQuery;
import io.tenantry.platform.page.Page;
import io.tenantry.platform.page.PageRequest;
import io.tenantry.platform.page.SortKey;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.domain.internal.sql.HostStatements;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads the tenant's domains, and whose a host is. */
@Stateless
public class FindDomains {

    private static final List<SortKey<TenantDomain>> ORDERS = List.of(
            SortKey.ofInstant("createdAt", "e.createdAt", TenantDomain::createdAt),
            SortKey.ofText("domain", "e.domain", domain -> domain.name().ascii()));

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    public Page<DomainView> page(PageRequest request) {
        Page<TenantDomain> page = new KeysetQuery<>(
                        entityManager, TenantDomain.class, "select e from TenantDomain e", ORDERS, TenantDomain::id)
                .page(request);
        return new Page<>(page.items().stream().map(TenantDomain::view).toList(), page.nextCursor());
    }

    /** @throws ProblemException {@code not-found} */
    public DomainView get(UUID id) {
        return Optional.ofNullable(entityManager.find(TenantDomain.class, id))
                .map(TenantDomain::view)
                .orElseThrow(ProblemException::notFound);
    }

    /** The tenant that has proven the host; for a request that has no tenant yet. */
    public Optional<TenantId> tenantOf(String asciiHost) {
        return DomainName.ofHost(asciiHost).flatMap(name -> HostStatements.tenantOf(entityManager, name.ascii()));
    }

    /** Whether the thread's tenant has proven this very domain, not one above it; however it is written. */
    public boolean isVerified(String domain) {
        return DomainName.parsed(domain).stream()
                .flatMap(name -> entityManager
                        .createQuery("select d from TenantDomain d where d.domain = :domain", TenantDomain.class)
                        .setParameter("domain", name.ascii())
                        .getResultStream())
                .anyMatch(found -> found.status().isInForce());
    }
}
