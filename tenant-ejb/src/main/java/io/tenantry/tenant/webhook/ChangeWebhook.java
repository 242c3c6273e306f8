package io.tenantry.tenant.webhook;

import io.tenantry.platform.metering.RequiresFeature;
import io.tenantry.platform.persistence.Versions;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.activity.ActivityLog;
import io.tenantry.tenant.webhook.internal.StopEndpoint;
import io.tenantry.tenant.webhook.internal.Subscriptions;
import io.tenantry.tenant.webhook.internal.WebhookSecrets;
import io.tenantry.tenant.webhook.internal.WebhookSettings;
import io.tenantry.tenant.webhook.internal.sql.SubscriptionRows;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Changes an endpoint, its secret, or deletes it together with its deliveries. */
@Stateless
public class ChangeWebhook {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    Subscriptions subscriptions;

    @Inject
    StopEndpoint stop;

    @Inject
    WebhookSettings settings;

    @Inject
    WebhookSecrets secrets;

    @Inject
    ActivityLog activity;

    @Inject
    BusinessClock clock;

    /**
     * What waits for an endpoint that is disabled is given up.
     *
     * @param expected the version to change, or empty for any
     * @param edit gives an address that {@link WebhookTargets} allows
     * @throws ProblemException {@code not-found}, {@code precondition-failed}, {@code validation},
     *     {@code feature-not-in-plan}
     */
    @RequiresFeature("webhooks")
    public WebhookView change(UUID id, OptionalLong expected, UnaryOperator<WebhookValues> edit) {
        WebhookEndpoint endpoint = Versions.load(entityManager, WebhookEndpoint.class, id, expected);
        List<String> present = types(id);
        Map<String, Object> before = endpoint.snapshot(present);
        WebhookValues values = edit.apply(endpoint.values(present));
        settings.url(values.url()).orElseThrow(() -> ProblemException.invalid("/url", "tenant.webhook-url"));
        List<String> types = subscriptions.checked(values.eventTypes());
        boolean enabled = endpoint.isEnabled();
        endpoint.become(values);
        if (!types.equals(present)) {
            SubscriptionRows.replace(entityManager, id, types);
            Versions.raise(entityManager, endpoint);
        }
        entityManager.flush();
        if (enabled && !endpoint.isEnabled()) {
            stop.disabled(id);
        }
        if (!endpoint.snapshot(types).equals(before)) {
            activity.changed("webhook.changed", "webhook", id, before, endpoint.snapshot(types));
        }
        return endpoint.view(types);
    }

    /**
     * @param overlap for how long the secret before signs along
     * @throws ProblemException {@code not-found}, {@code precondition-failed}, {@code feature-not-in-plan}
     */
    @RequiresFeature("webhooks")
    public IssuedWebhook rotate(UUID id, OptionalLong expected, Duration overlap) {
        WebhookEndpoint endpoint = Versions.load(entityManager, WebhookEndpoint.class, id, expected);
        byte[] secret = secrets.next();
        // receivers live by the real time
        endpoint.rotate(secrets.seal(id, secret), overlap, clock.wallClock());
        entityManager.flush();
        List<String> types = types(id);
        Map<String, Object> snapshot = endpoint.snapshot(types);
        activity.changed(
                "webhook.secretRotated",
                "webhook",
                id,
                Map.of("url", snapshot.get("url")),
                Map.of(
                        "url",
                        snapshot.get("url"),
                        "previousUntil",
                        endpoint.previousUntil().toString()));
        return new IssuedWebhook(endpoint.view(types), secrets.text(secret));
    }

    /** @throws ProblemException {@code not-found}, {@code precondition-failed} */
    public void delete(UUID id, OptionalLong expected) {
        WebhookEndpoint endpoint = Versions.load(entityManager, WebhookEndpoint.class, id, expected);
        Map<String, Object> before = endpoint.snapshot(types(id));
        entityManager.remove(endpoint);
        entityManager.flush();
        activity.deleted("webhook", id, before);
    }

    private List<String> types(UUID id) {
        return SubscriptionRows.all(entityManager).getOrDefault(id, List.of());
    }
}
