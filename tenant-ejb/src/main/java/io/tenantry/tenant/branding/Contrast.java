package io.tenantry.tenant.branding;

import java.util.ArrayList;
import java.util.List;

/**
 * How well a colour of a brand is seen.
 *
 * @param color {@code primary}, {@code secondary} or {@code accent}
 * @param text black or white, on this colour
 * @param onText the contrast of that text
 * @param onLight the contrast of the colour itself with a light page
 * @param dark what it becomes in a dark page, where it could not be seen as it is
 * @param onDark the contrast of that with a dark page
 * @param required what {@code onLight} should have: 4.5 for text, 3 for what is no text (WCAG 2.2, 1.4.3 and 1.4.11)
 */
public record Contrast(
        String color, Color text, double onText, double onLight, Color dark, double onDark, double required) {

    private static final double OF_CONTROLS = 3;

    static List<Contrast> of(Colors colors) {
        List<Contrast> contrasts = new ArrayList<>();
        colors.byName().forEach((name, color) -> {
            double required = name.equals("primary") ? Colors.READABLE : OF_CONTROLS;
            Color text = color.text();
            Color dark = Colors.onDark(color);
            contrasts.add(new Contrast(
                    name,
                    text,
                    color.contrast(text),
                    color.contrast(Colors.LIGHT),
                    dark,
                    dark.contrast(Colors.DARK),
                    required));
        });
        return contrasts;
    }

    /** Whether it is too little in a theme that shows light pages. */
    public boolean isTooLow(Theme theme) {
        return theme != Theme.DARK && onLight < required;
    }
}
