package io.tenantry.tenant.webhook.internal;

import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.activity.ActivityLog;
import io.tenantry.tenant.webhook.internal.address.WebhookUrl;
import io.tenantry.tenant.webhook.internal.sql.DeliveryRows;
import io.tenantry.tenant.webhook.internal.sql.EndpointRows;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Stops sending to an endpoint, and gives up what waits for it. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class StopEndpoint {

    /** Why a delivery was given up. */
    public static final String DISABLED = "endpoint-disabled";

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    TellOfFailure tell;

    @Inject
    ActivityLog activity;

    @Inject
    BusinessClock clock;

    /** The receiver wants no more, ever. */
    public void gone(UUID endpoint) {
        stopped(endpoint, "disabled", "gone");
    }

    /** Nothing has been delivered for long; the owners are told. */
    public void failed(UUID endpoint, Duration forLong) {
        stopped(endpoint, "failed", "no-success")
                .ifPresent(url -> tell.owners(URI.create(url).getHost(), forLong));
    }

    /** Its owners want no more for now. */
    public void disabled(UUID endpoint) {
        DeliveryRows.giveUp(entityManager, endpoint, DISABLED, clock.wallClock());
    }

    /** @return its address; empty if it was not enabled */
    private Optional<String> stopped(UUID endpoint, String status, String reason) {
        Optional<String> stopped = EndpointRows.stop(entityManager, endpoint, status);
        stopped.map(WebhookUrl::withoutQuery).ifPresent(url -> {
            disabled(endpoint);
            activity.changed(
                    "webhook.failed",
                    "webhook",
                    endpoint,
                    Map.of("url", url, "status", "enabled"),
                    Map.of("url", url, "status", status, "reason", reason));
        });
        return stopped;
    }
}
