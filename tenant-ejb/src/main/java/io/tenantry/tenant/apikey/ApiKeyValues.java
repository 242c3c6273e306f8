package io.tenantry.tenant.apikey;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What a client says about a new API key.
 *
 * @param scopes names of permissions
 * @param expiresAt {@code null} if it does not expire by itself
 */
public record ApiKeyValues(
        @NotBlank @Size(min = 1, max = 100) String name,
        @NotNull List<String> scopes,
        Instant expiresAt) {

    public ApiKeyValues {
        expiresAt = expiresAt == null ? null : expiresAt.truncatedTo(ChronoUnit.MICROS);
    }
}
