package io.tenantry.cmo.precinto;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * What a client sets on a seal.
 *
 * @param status may be left out when a seal is created, which then is available
 * @param batteryPct 0 to 100, {@code null} if unknown
 * @param customFields by key; {@code null} for none
 */
public record PrecintoValues(
        @NotBlank @Size(min = 1, max = 60) String code,
        PrecintoStatus status,
        @Min(0) @Max(100) Integer batteryPct,
        Instant lastSeenAt,
        Map<String, Object> customFields) {

    public PrecintoValues {
        lastSeenAt = lastSeenAt == null ? null : lastSeenAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** The same seal, out of use. */
    public PrecintoValues retired() {
        return new PrecintoValues(code, PrecintoStatus.retired, batteryPct, lastSeenAt, customFields);
    }
}
