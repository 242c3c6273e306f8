package io.tenantry.tenant.webhook;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.metering.RequiresFeature;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.activity.ActivityLog;
import io.tenantry.tenant.webhook.internal.sql.DeliveryRows;
import io.tenantry.tenant.webhook.internal.sql.PayloadRows;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;

/** Has something sent because somebody wants it: a test, or once more what was sent before. */
@Stateless
public class AskForDelivery {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    ActivityLog activity;

    @Inject
    Event<DeliveryAsked> asked;

    @Inject
    BusinessClock clock;

    /** @throws ProblemException {@code not-found}, {@code feature-not-in-plan}; {@code conflict} if it is not enabled */
    @RequiresFeature("webhooks")
    public DeliveryView test(UUID webhook) {
        requireEnabled(webhook);
        UUID delivery = Ids.next();
        PayloadRows.ping(entityManager, webhook, WebhookEventTypes.TEST, Ids.next(), delivery, clock.wallClock());
        activity.happened("webhook.tested", "webhook", webhook);
        return entityManager.find(WebhookDelivery.class, delivery).view();
    }

    /**
     * Also what was delivered; what waits does so no longer.
     *
     * @throws ProblemException {@code not-found}, {@code feature-not-in-plan}; {@code conflict} if the endpoint is not
     *     enabled
     */
    @RequiresFeature("webhooks")
    public DeliveryView again(UUID id) {
        WebhookDelivery delivery = entityManager.find(WebhookDelivery.class, id);
        if (delivery == null) {
            throw ProblemException.notFound();
        }
        requireEnabled(delivery.endpointId());
        DeliveryRows.again(entityManager, id, clock.wallClock());
        entityManager.refresh(delivery);
        activity.happened("webhook.redelivered", "webhook", delivery.endpointId());
        asked.fire(new DeliveryAsked());
        return delivery.view();
    }

    private void requireEnabled(UUID webhook) {
        WebhookEndpoint endpoint = entityManager.find(WebhookEndpoint.class, webhook, LockModeType.PESSIMISTIC_WRITE);
        if (endpoint == null) {
            throw ProblemException.notFound();
        }
        if (!endpoint.isEnabled()) {
            throw ProblemException.conflict("tenant.webhook-not-enabled");
        }
    }
}
