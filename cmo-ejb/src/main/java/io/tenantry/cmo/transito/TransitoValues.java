package io.tenantry.cmo.transito;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;

/**
 * What a client sets on a transit; its status moves by steps of its own.
 *
 * @param customFields by key; {@code null} for none
 */
public record TransitoValues(
        @NotBlank @Size(min = 1, max = 60) String code,
        @NotNull UUID precintoId,
        @NotBlank @Size(min = 1, max = 200) String origin,
        @NotBlank @Size(min = 1, max = 200) String destination,
        @NotBlank @Size(min = 1, max = 20) String vehiclePlate,
        Map<String, Object> customFields) {}
