package io.tenantry.tenant.branding;

import io.tenantry.platform.problem.FieldError;
import io.tenantry.platform.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * What a client says about how its tenant looks.
 *
 * @param theme {@code light}, {@code dark} or {@code auto}
 * @param customCss a style sheet; empty for none
 */
public record BrandingValues(
        @NotBlank @Size(min = 1, max = 200) String displayName,
        @NotNull @Valid ColorValues colors,
        @NotNull String theme,
        @NotNull @Size(min = 0, max = 50_000) String customCss) {

    /** Each {@code #rgb} or {@code #rrggbb}. */
    public record ColorValues(
            @NotNull String primary,
            @NotNull String secondary,
            @NotNull String accent) {}

    /** @throws ProblemException {@code validation} for what is no colour */
    Colors parsedColors() {
        List<FieldError> errors = new ArrayList<>();
        Colors parsed = new Colors(
                color("primary", colors.primary(), errors),
                color("secondary", colors.secondary(), errors),
                color("accent", colors.accent(), errors));
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return parsed;
    }

    /** @throws ProblemException {@code validation} */
    Theme parsedTheme() {
        return Theme.find(theme)
                .orElseThrow(() -> ProblemException.invalid("/theme", "validation.one-of", Theme.codes()));
    }

    private static Color color(String name, String text, List<FieldError> errors) {
        return Color.parse(text).orElseGet(() -> {
            errors.add(FieldError.of("/colors/" + name, "tenant.color"));
            return Color.BLACK;
        });
    }
}
