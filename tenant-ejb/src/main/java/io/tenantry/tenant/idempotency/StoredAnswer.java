package io.tenantry.tenant.idempotency;

/** What the first call with a key was answered. */
public record StoredAnswer(int status, String location, String etag, String body) {}
