package io.tenantry.tenant.signin;

import java.util.SortedSet;

/** An access token of an API key, and what it may do. */
public record KeyToken(String accessToken, long expiresInSeconds, SortedSet<String> scopes) {}
