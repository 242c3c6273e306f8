package io.tenantry.tenant.webhook;

import io.tenantry.platform.page.KeysetQuery;
import io.tenantry.platform.page.Page;
import io.tenantry.platform.page.PageRequest;
import io.tenantry.platform.page.SortKey;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.tenant.webhook.internal.Payload;
import io.tenantry.tenant.webhook.internal.sql.AttemptRows;
import io.tenantry.tenant.webhook.internal.sql.PayloadRows;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads what was and will be sent to the tenant's endpoints. */
@Stateless
public class FindDeliveries {

    private static final List<SortKey<WebhookDelivery>> ORDERS =
            List.of(SortKey.ofInstant("createdAt", "e.createdAt", WebhookDelivery::createdAt));

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    /**
     * @param state {@code null} for all
     * @param type of the event, {@code null} for all
     * @throws ProblemException {@code not-found}
     */
    public Page<DeliveryView> page(UUID webhook, DeliveryState state, String type, PageRequest request) {
        if (entityManager.find(WebhookEndpoint.class, webhook) == null) {
            throw ProblemException.notFound();
        }
        Page<WebhookDelivery> page = new KeysetQuery<>(
                        entityManager,
                        WebhookDelivery.class,
                        "select e from WebhookDelivery e",
                        ORDERS,
                        WebhookDelivery::id)
                .whereEqual("e.endpointId", webhook)
                .whereEqual("e.state", state == null ? null : state.name())
                .whereEqual("e.type", type)
                .page(request);
        return new Page<>(page.items().stream().map(WebhookDelivery::view).toList(), page.nextCursor());
    }

    /** @throws ProblemException {@code not-found} */
    public DeliveryDetail get(UUID id) {
        WebhookDelivery delivery = Optional.ofNullable(entityManager.find(WebhookDelivery.class, id))
                .orElseThrow(ProblemException::notFound);
        return new DeliveryDetail(
                delivery.view(),
                Payload.of(PayloadRows.of(entityManager, delivery.eventId())),
                AttemptRows.of(entityManager, id));
    }
}
