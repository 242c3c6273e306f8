package io.tenantry.tenant.webhook;

import io.tenantry.platform.page.KeysetQuery;
import io.tenantry.platform.page.Page;
import io.tenantry.platform.page.PageRequest;
import io.tenantry.platform.page.SortKey;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.tenant.webhook.internal.sql.SubscriptionRows;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads the tenant's endpoints. */
@Stateless
public class FindWebhooks {

    private static final List<SortKey<WebhookEndpoint>> ORDERS =
            List.of(SortKey.ofInstant("createdAt", "e.createdAt", WebhookEndpoint::createdAt));

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    public Page<WebhookView> page(PageRequest request) {
        Page<WebhookEndpoint> page = new KeysetQuery<>(
                        entityManager,
                        WebhookEndpoint.class,
                        "select e from WebhookEndpoint e",
                        ORDERS,
                        WebhookEndpoint::id)
                .page(request);
        Map<UUID, List<String>> types = SubscriptionRows.all(entityManager);
        return new Page<>(
                page.items().stream()
                        .map(endpoint -> endpoint.view(types.getOrDefault(endpoint.id(), List.of())))
                        .toList(),
                page.nextCursor());
    }

    /** @throws ProblemException {@code not-found} */
    public WebhookView get(UUID id) {
        return Optional.ofNullable(entityManager.find(WebhookEndpoint.class, id))
                .map(endpoint ->
                        endpoint.view(SubscriptionRows.all(entityManager).getOrDefault(id, List.of())))
                .orElseThrow(ProblemException::notFound);
    }
}
