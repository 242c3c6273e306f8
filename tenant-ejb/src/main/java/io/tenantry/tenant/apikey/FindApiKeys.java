package io.tenantry.tenant.apikey;

import io.tenantry.platform.page.KeysetQuery;
import io.tenantry.platform.page.Page;
import io.tenantry.platform.page.PageRequest;
import io.tenantry.platform.page.SortKey;
import io.tenantry.platform.problem.ProblemException;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads the tenant's API keys, revoked ones too. */
@Stateless
public class FindApiKeys {

    private static final List<SortKey<ApiKey>> ORDERS =
            List.of(SortKey.ofInstant("createdAt", "e.createdAt", ApiKey::createdAt));

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    public Page<ApiKeyView> page(PageRequest request) {
        Page<ApiKey> page = new KeysetQuery<>(entityManager, ApiKey.class, "select e from ApiKey e", ORDERS, ApiKey::id)
                .page(request);
        return new Page<>(page.items().stream().map(ApiKey::view).toList(), page.nextCursor());
    }

    /** @throws ProblemException {@code not-found} */
    public ApiKeyView get(UUID id) {
        return Optional.ofNullable(entityManager.find(ApiKey.class, id))
                .map(ApiKey::view)
                .orElseThrow(ProblemException::notFound);
    }
}
