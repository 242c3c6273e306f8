package io.tenantry.it.product;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Webhooks: registering them, what was sent, and how a receiver sees that it is genuine. */
public final class Webhooks {

    public static final String WEBHOOKS = "/api/webhooks";
    public static final String DELIVERIES = WEBHOOKS + "/deliveries";

    private static final Duration PATIENCE = Duration.ofSeconds(25);
    private static final Duration GLANCE = Duration.ofMillis(30);

    private Webhooks() {}

    public static Map<String, Object> values(String url, String... types) {
        return Json.object("url", url, "eventTypes", List.of(types));
    }

    /** A new one, the answer to its creation. */
    public static Answer create(Api api, String url, String... types) {
        return api.post(WEBHOOKS, values(url, types)).expect(201);
    }

    public static String at(Answer webhook) {
        return WEBHOOKS + "/" + webhook.id();
    }

    /** Its deliveries, the latest first. */
    public static List<JsonNode> deliveries(Api api, Answer webhook) {
        return api.get(at(webhook) + "/deliveries").expect(200).items().toList();
    }

    /** Its deliveries, once all are as wanted and so many. */
    public static List<JsonNode> await(Api api, Answer webhook, int count, Predicate<JsonNode> wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            List<JsonNode> found = deliveries(api, webhook);
            if (found.size() == count && found.stream().allMatch(wanted)) {
                return found;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("still " + found);
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }

    public static Predicate<JsonNode> is(String state) {
        return delivery -> delivery.path("state").asText().equals(state);
    }

    /** What a secret makes of a message: HMAC-SHA256 over id, time stamp and body. */
    public static String signature(Receiver.Message message, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replace("whsec_", "")), "HmacSHA256"));
            String signed =
                    message.header("webhook-id") + "." + message.header("webhook-timestamp") + "." + message.body();
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
