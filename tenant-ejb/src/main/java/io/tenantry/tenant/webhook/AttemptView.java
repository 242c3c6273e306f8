package io.tenantry.tenant.webhook;

import java.time.Instant;

/**
 * One attempt to deliver.
 *
 * @param requestHeaders a JSON object
 * @param status {@code null} if there was no answer
 * @param responseHeaders a JSON object
 * @param responseBody its beginning
 * @param error why it failed, {@code null} if it did not
 */
public record AttemptView(
        int number,
        Instant at,
        int durationMillis,
        String requestHeaders,
        Integer status,
        String responseHeaders,
        String responseBody,
        String error) {}
