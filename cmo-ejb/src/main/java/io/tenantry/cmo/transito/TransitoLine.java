package io.tenantry.cmo.transito;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A transit as it stands in a file.
 *
 * @param precinto the code of its seal
 * @param customFields by key; {@code null} for none
 */
public record TransitoLine(
        @NotBlank @Size(min = 1, max = 60) String code,
        @NotBlank String precinto,
        @NotBlank @Size(min = 1, max = 200) String origin,
        @NotBlank @Size(min = 1, max = 200) String destination,
        @NotBlank @Size(min = 1, max = 20) String vehiclePlate,
        Instant expectedAt,
        Map<String, Object> customFields) {

    TransitoValues values(UUID precintoId) {
        return new TransitoValues(code, precintoId, origin, destination, vehiclePlate, expectedAt, customFields);
    }
}
