package io.tenantry.tenant.webhook.internal;

import static io.tenantry.platform.json.Jsonp.JSON;

import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.webhook.AttemptView;
import io.tenantry.tenant.webhook.internal.http.CallReceiver;
import io.tenantry.tenant.webhook.internal.http.Reply;
import io.tenantry.tenant.webhook.internal.sql.TakenDelivery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One attempt to deliver: signs, calls, and has noted what came of it. No transaction is open meanwhile. */
@ApplicationScoped
public class AttemptDelivery {

    @Inject
    WebhookSecrets secrets;

    @Inject
    WebhookSettings settings;

    @Inject
    CallReceiver receiver;

    @Inject
    DeliveryTurn turn;

    @Inject
    BusinessClock clock;

    /** Works for the thread's tenant. */
    public void run(TakenDelivery taken) throws InterruptedException {
        byte[] body = Payload.of(taken.event()).getBytes(StandardCharsets.UTF_8);
        Instant start = clock.wallClock();
        Map<String, String> headers = headers(taken, start, body);
        // what was allowed when it was registered may not be any more
        Optional<URI> url = settings.url(taken.url());
        Reply reply = url.isPresent() ? receiver.post(url.get(), headers, body) : Reply.failed("address-refused");
        Instant end = clock.wallClock();
        turn.attempted(
                taken,
                new AttemptView(
                        taken.attempt(),
                        start,
                        (int) Duration.between(start, end).toMillis(),
                        json(headers),
                        reply.status().orElse(null),
                        json(reply.headers()),
                        reply.body(),
                        reply.isSuccess() ? null : reply.failure()),
                RetrySchedule.retryAfter(wish(reply), end));
    }

    private Map<String, String> headers(TakenDelivery taken, Instant now, byte[] body) {
        List<byte[]> keys = new ArrayList<>();
        keys.add(secrets.open(taken.endpointId(), taken.secret()));
        taken.previousSecret().ifPresent(previous -> keys.add(secrets.open(taken.endpointId(), previous)));
        String id = taken.event().id().toString();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", "application/json");
        headers.put("user-agent", "Tenantry-Webhooks/1");
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", String.valueOf(now.getEpochSecond()));
        headers.put("webhook-signature", Signature.of(id, now, body, keys));
        return headers;
    }

    /** Only these two say it of themselves. */
    private static String wish(Reply reply) {
        return reply.status().filter(status -> status == 429 || status == 503).isPresent()
                ? reply.headers().get("retry-after")
                : null;
    }

    private static String json(Map<String, String> headers) {
        return JSON.createObjectBuilder(Map.<String, Object>copyOf(headers))
                .build()
                .toString();
    }
}
