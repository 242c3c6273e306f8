package io.tenantry.tenant.customfield;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Asks for another type of a field.
 *
 * @param options what a {@code select} chooses from; {@code null} for other types
 * @param dryRun only to see what would become of the values; {@code null} for no
 */
public record Conversion(
        @NotNull @Schema(enumeration = {"text", "number", "boolean", "date", "select"})
        String type,

        List<String> options,
        Boolean dryRun) {

    public Conversion {
        options = options == null ? List.of() : options;
        dryRun = dryRun != null && dryRun;
    }
}
