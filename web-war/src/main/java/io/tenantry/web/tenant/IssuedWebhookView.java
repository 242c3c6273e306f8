package io.tenantry.web.tenant;

import io.tenantry.tenant.webhook.IssuedWebhook;
import io.tenantry.tenant.webhook.WebhookView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** As {@link WebhookView}, with the secret that has just been made. */
public record IssuedWebhookView(
        UUID id,
        String url,
        String description,
        List<String> eventTypes,
        boolean enabled,
        String status,
        Instant failingSince,
        Instant previousSecretUntil,
        Instant createdAt,
        long version,
        String secret) {

    static IssuedWebhookView of(IssuedWebhook issued) {
        WebhookView webhook = issued.webhook();
        return new IssuedWebhookView(
                webhook.id(),
                webhook.url(),
                webhook.description(),
                webhook.eventTypes(),
                webhook.enabled(),
                webhook.status(),
                webhook.failingSince(),
                webhook.previousSecretUntil(),
                webhook.createdAt(),
                webhook.version(),
                issued.secret());
    }
}
