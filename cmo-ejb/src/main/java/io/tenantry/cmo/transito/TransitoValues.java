package io.tenantry.cmo.transito;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

/**
 * What a client sets on a transit; its status moves by steps of its own.
 *
 * @param expectedAt when it should have arrived; whoever is late gets an alert. {@code null} if nobody waits for it
 * @param customFields by key; {@code null} for none
 */
public record TransitoValues(
        @NotBlank @Size(min = 1, max = 60) String code,
        @NotNull UUID precintoId,
        @NotBlank @Size(min = 1, max = 200) String origin,
        @NotBlank @Size(min = 1, max = 200) String destination,
        @NotBlank @Size(min = 1, max = 20) String vehiclePlate,
        Instant expectedAt,
        Map<String, Object> customFields) {

    public TransitoValues {
        expectedAt = expectedAt == null ? null : expectedAt.truncatedTo(ChronoUnit.MICROS);
    }
}
