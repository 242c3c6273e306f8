package io.tenantry.tenant.webhook.internal.sql;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A delivery, taken for one attempt.
 *
 * @param attempt its number, from 1
 * @param tries the attempts since it was asked for, this one included
 * @param enabled whether the endpoint still is
 * @param secret sealed
 * @param previousSecret likewise, while it signs along
 */
public record TakenDelivery(
        UUID id,
        UUID endpointId,
        int attempt,
        int tries,
        String url,
        boolean enabled,
        byte[] secret,
        Optional<byte[]> previousSecret,
        Event event) {

    /**
     * What is told.
     *
     * @param data a JSON object
     * @param previous likewise, if something was changed
     */
    public record Event(UUID id, long number, String type, Instant at, String data, Optional<String> previous) {}
}
