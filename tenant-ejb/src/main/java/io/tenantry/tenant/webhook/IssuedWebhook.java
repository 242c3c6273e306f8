package io.tenantry.tenant.webhook;

/** An endpoint together with a secret that has just been made: the only time anybody sees it. */
public record IssuedWebhook(WebhookView webhook, String secret) {

    /** Without the secret, wherever it may be written. */
    @Override
    public String toString() {
        return webhook.id().toString();
    }
}
