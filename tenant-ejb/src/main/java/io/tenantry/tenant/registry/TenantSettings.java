package io.tenantry.tenant.registry;

import io.tenantry.platform.problem.ProblemException;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a tenant says about itself.
 *
 * @param locale language in which the service writes to it: {@code en} or {@code es}
 * @param timeZone of its billing days, as {@code America/Argentina/Buenos_Aires}
 * @param contactEmail where the platform writes to, or {@code null}
 */
public record TenantSettings(
        @NotBlank @Size(min = 1, max = 200) String name,
        @NotNull String locale,
        @NotNull String timeZone,
        @Email @Size(min = 3, max = 320) String contactEmail) {

    private static final Set<String> LOCALES = Set.of("en", "es");

    /** Zones for Java, but abbreviations for the database, which takes them as without summer time. */
    private static final Set<String> AMBIGUOUS = Set.of("CET", "EET", "MET", "WET");

    /** @throws ProblemException {@code validation} at {@code /locale} or {@code /timeZone} */
    public TenantSettings {
        if (locale != null && !LOCALES.contains(locale)) {
            throw ProblemException.invalid("/locale", "validation.one-of", "en, es");
        }
        if (timeZone != null && !isZone(timeZone)) {
            throw ProblemException.invalid("/timeZone", "validation.invalid");
        }
    }

    /** Whether billing days can be those of a zone. */
    public static boolean isZone(String name) {
        return ZoneId.getAvailableZoneIds().contains(name) && !AMBIGUOUS.contains(name);
    }

    /** For the activity log. */
    Map<String, Object> snapshot() {
        Map<String, Object> values = new HashMap<>();
        values.put("name", name);
        values.put("locale", locale);
        values.put("timeZone", timeZone);
        values.put("contactEmail", contactEmail);
        return values;
    }
}
