package io.tenantry.tenant.role;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What a client says about a role of its own.
 *
 * @param permissions their names; there may be none
 */
public record RoleValues(
        @NotBlank @Size(min = 1, max = 100) String name,
        @NotNull List<String> permissions) {

    public RoleValues {
        name = name == null ? null : name.strip();
    }
}
