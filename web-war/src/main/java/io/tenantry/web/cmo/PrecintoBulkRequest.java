package io.tenantry.web.cmo;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/** A step that is taken with many seals. */
public record PrecintoBulkRequest(
        @NotNull Action action,
        @NotNull @Size(min = 1, max = 200) List<@NotNull UUID> ids) {

    /** Named as in the API. */
    public enum Action {
        retire,
        delete
    }
}
