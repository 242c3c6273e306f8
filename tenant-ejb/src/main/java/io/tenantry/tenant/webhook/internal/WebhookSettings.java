package io.tenantry.tenant.webhook.internal;

import io.tenantry.tenant.webhook.internal.address.WebhookUrl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an operator says about webhooks. */
@ApplicationScoped
public class WebhookSettings {

    /** 5 s, 5 min, 30 min, then 2, 5, 10, 14, 20 and 24 hours. */
    private static final String RETRIES = "5,300,1800,7200,18000,36000,50400,72000,86400";

    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    @ConfigProperty(name = "tenantry.webhooks.retry-seconds", defaultValue = RETRIES)
    String retrySeconds;

    @Inject
    @ConfigProperty(name = "tenantry.webhooks.allow-http", defaultValue = "false")
    boolean allowHttp;

    RetrySchedule retries() {
        List<Duration> pauses = Stream.of(retrySeconds.split(","))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds.strip())))
                .toList();
        return new RetrySchedule(pauses, RANDOM);
    }

    /** An address as far as its text tells; empty if it is none. */
    public Optional<URI> url(String text) {
        return WebhookUrl.parse(text, allowHttp);
    }
}
