package io.tenantry.tenant.webhook;

import io.tenantry.platform.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An event on its way to an endpoint. Only read here: the worker changes it by statements. */
@Entity
@Table(name = "webhook_delivery")
public class WebhookDelivery extends TenantEntity {

    @Column(name = "endpoint_id")
    private UUID endpointId;

    @Column(name = "event_id")
    private UUID eventId;

    private String type;
    private String state;
    private String error;
    private int attempts;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    protected WebhookDelivery() {}

    UUID endpointId() {
        return endpointId;
    }

    UUID eventId() {
        return eventId;
    }

    DeliveryView view() {
        DeliveryState now = DeliveryState.valueOf(state);
        return new DeliveryView(
                id(),
                endpointId,
                eventId,
                type,
                now,
                attempts,
                now == DeliveryState.waiting ? dueAt : null,
                error,
                createdAt(),
                endedAt);
    }
}
