package io.tenantry.tenant.webhook;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What a client says about an endpoint.
 *
 * @param eventTypes codes, or {@code *} for all
 * @param enabled {@code true} if not said
 */
public record WebhookValues(
        @NotBlank @Size(min = 1, max = 2000) String url,
        @Size(max = 200) String description,
        @NotNull @Size(min = 1, max = 200) List<String> eventTypes,
        Boolean enabled) {

    public WebhookValues {
        description = description == null ? "" : description.strip();
        enabled = enabled == null || enabled;
    }
}
