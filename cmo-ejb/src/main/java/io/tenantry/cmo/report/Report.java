package io.tenantry.cmo.report;

import io.tenantry.cmo.precinto.Sighting;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Something that happened to a seal, as a device reports it.
 *
 * @param id given by the device; of several reports of a seal with the same id the first one counts
 * @param at when it happened
 * @param message for the alert; {@code null} if the type says it all
 */
public record Report(
        @NotNull UUID precintoId,
        @NotBlank @Size(min = 1, max = 100) String id,
        @NotNull ReportType type,
        @NotNull Instant at,
        @Min(0) @Max(100) Integer batteryPct,
        @Min(-90) @Max(90) Double latitude,
        @Min(-180) @Max(180) Double longitude,
        @Size(min = 1, max = 1000) String message) {

    public Report {
        at = at == null ? null : at.truncatedTo(ChronoUnit.MICROS);
        message = message == null || message.isBlank() ? null : message;
    }

    Sighting sighting() {
        return new Sighting(at, batteryPct, latitude, longitude);
    }
}
