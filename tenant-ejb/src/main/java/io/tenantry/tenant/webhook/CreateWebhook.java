package io.tenantry.tenant.webhook;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.metering.RequiresFeature;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.activity.ActivityLog;
import io.tenantry.tenant.webhook.internal.Subscriptions;
import io.tenantry.tenant.webhook.internal.WebhookSecrets;
import io.tenantry.tenant.webhook.internal.sql.EndpointRows;
import io.tenantry.tenant.webhook.internal.sql.SubscriptionRows;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** Registers an endpoint. */
@Stateless
public class CreateWebhook {

    static final int MOST = 20;

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    Subscriptions subscriptions;

    @Inject
    WebhookSecrets secrets;

    @Inject
    ActivityLog activity;

    @Inject
    BusinessClock clock;

    /**
     * @param values with an address that {@link WebhookTargets} allows
     * @throws ProblemException {@code feature-not-in-plan}, {@code validation}; {@code conflict} when there are too many
     */
    @RequiresFeature("webhooks")
    public IssuedWebhook create(WebhookValues values) {
        List<String> types = subscriptions.checked(values.eventTypes());
        EndpointRows.lock(entityManager);
        if (count() >= MOST) {
            throw ProblemException.conflict("tenant.webhook-too-many", MOST);
        }
        UUID id = Ids.next();
        byte[] secret = secrets.next();
        WebhookEndpoint endpoint = new WebhookEndpoint(id, values, secrets.seal(id, secret), clock.now());
        entityManager.persist(endpoint);
        entityManager.flush();
        SubscriptionRows.replace(entityManager, id, types);
        activity.created("webhook", id, endpoint.snapshot(types));
        return new IssuedWebhook(endpoint.view(types), secrets.text(secret));
    }

    private long count() {
        return entityManager
                .createQuery("select count(e) from WebhookEndpoint e", Long.class)
                .getSingleResult();
    }
}
