package io.tenantry.web.tenant;

import io.tenantry.tenant.apikey.ApiKeyView;
import io.tenantry.tenant.apikey.IssuedApiKey;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** As {@link ApiKeyView}, with the secret that has just been made. */
public record IssuedApiKeyView(
        UUID id,
        String name,
        String prefix,
        List<String> scopes,
        Instant createdAt,
        String createdBy,
        Instant expiresAt,
        Instant lastUsedAt,
        boolean revoked,
        long version,
        String secret) {

    static IssuedApiKeyView of(IssuedApiKey issued) {
        ApiKeyView key = issued.key();
        return new IssuedApiKeyView(
                key.id(),
                key.name(),
                key.prefix(),
                key.scopes(),
                key.createdAt(),
                key.createdBy(),
                key.expiresAt(),
                key.lastUsedAt(),
                key.revoked(),
                key.version(),
                issued.secret());
    }
}
