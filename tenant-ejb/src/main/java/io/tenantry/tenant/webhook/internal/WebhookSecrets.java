package io.tenantry.tenant.webhook.internal;

import io.tenantry.platform.secret.Sealing;
import io.tenantry.platform.secret.SecretKeys;
import io.tenantry.platform.secret.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.UUID;

/** The secrets of endpoints: sealed in the database, each for its endpoint. */
@ApplicationScoped
public class WebhookSecrets {

    private static final String PURPOSE = "webhook secret";
    private static final String PREFIX = "whsec_";

    private Sealing sealing;

    protected WebhookSecrets() {}

    @Inject
    public WebhookSecrets(SecretKeys keys) {
        this.sealing = new Sealing(keys, PURPOSE);
    }

    public byte[] next() {
        return Secrets.nextBytes();
    }

    /** As the receiver is told. */
    public String text(byte[] secret) {
        return PREFIX + Base64.getEncoder().encodeToString(secret);
    }

    public byte[] seal(UUID endpoint, byte[] secret) {
        return sealing.seal(endpoint, secret);
    }

    byte[] open(UUID endpoint, byte[] sealed) {
        return sealing.open(endpoint, sealed);
    }
}
