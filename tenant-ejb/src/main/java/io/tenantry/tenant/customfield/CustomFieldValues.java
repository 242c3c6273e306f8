package io.tenantry.tenant.customfield;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a client says about a custom field.
 *
 * @param entity what it is added to: {@code precintos}
 * @param key names it in JSON and in queries
 * @param required {@code null} for no
 * @param unique whether a value may be had by one row only; {@code null} for no
 * @param options what a {@code select} chooses from; {@code null} for other types
 * @param position fields are shown in its order; {@code null} for the last
 */
public record CustomFieldValues(
        @NotNull String entity,
        @NotNull String key,
        @NotBlank @Size(min = 1, max = 100) String label,

        @NotNull @Schema(enumeration = {"text", "number", "boolean", "date", "select"})
        String type,

        Boolean required,
        Boolean unique,
        List<String> options,
        @Min(0) @Max(10_000) Integer position) {

    public CustomFieldValues {
        required = required != null && required;
        unique = unique != null && unique;
        options = options == null ? List.of() : options;
    }
}
