package io.tenantry.tenant.webhook;

import io.tenantry.platform.tenancy.TenantEntity;
import io.tenantry.tenant.webhook.internal.address.WebhookUrl;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An address of the tenant's choice that is told of events. What it wants to know is stored beside it. */
@Entity
@Table(name = "webhook_endpoint")
public class WebhookEndpoint extends TenantEntity {

    private static final String ENABLED = "enabled";

    private String url;
    private String description;
    private String status;
    private byte[] secret;

    @Column(name = "previous_secret")
    private byte[] previousSecret;

    @Column(name = "previous_until")
    private Instant previousUntil;

    @Column(name = "failing_since")
    private Instant failingSince;

    protected WebhookEndpoint() {}

    WebhookEndpoint(UUID id, WebhookValues values, byte[] sealedSecret, Instant now) {
        super(id, now);
        this.secret = sealedSecret.clone();
        become(values);
    }

    void become(WebhookValues values) {
        url = values.url();
        description = values.description();
        if (values.enabled() != isEnabled()) {
            status = values.enabled() ? ENABLED : "disabled";
            failingSince = null;
        } else if (status == null) {
            status = "disabled";
        }
    }

    boolean isEnabled() {
        return ENABLED.equals(status);
    }

    /** Replaces the secret; the one before signs along for {@code overlap}. */
    void rotate(byte[] sealedSecret, Duration overlap, Instant now) {
        previousSecret = secret;
        previousUntil = now.plus(overlap);
        secret = sealedSecret.clone();
    }

    Instant previousUntil() {
        return previousUntil;
    }

    WebhookValues values(List<String> eventTypes) {
        return new WebhookValues(url, description, eventTypes, isEnabled());
    }

    WebhookView view(List<String> eventTypes) {
        return new WebhookView(
                id(),
                url,
                description,
                eventTypes,
                isEnabled(),
                status,
                failingSince,
                previousUntil,
                createdAt(),
                version());
    }

    /** As the activity log shows it. */
    Map<String, Object> snapshot(List<String> eventTypes) {
        Map<String, Object> snapshot = new LinkedHashMap<>();
        snapshot.put("url", WebhookUrl.withoutQuery(url));
        snapshot.put("description", description);
        snapshot.put("eventTypes", eventTypes);
        snapshot.put("status", status);
        return snapshot;
    }
}
