package io.tenantry.tenant.branding;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A colour of the sRGB space, as {@code #rrggbb}.
 *
 * <p>Luminance and contrast are those of WCAG 2.2.
 */
public record Color(int red, int green, int blue) {

    public static final Color WHITE = new Color(255, 255, 255);
    public static final Color BLACK = new Color(0, 0, 0);

    private static final Pattern FORM = Pattern.compile("#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})");

    /** Reads {@code #rgb} and {@code #rrggbb}; empty for anything else. */
    public static Optional<Color> parse(String text) {
        if (text == null || !FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        String digits = text.length() == 4 ? text.substring(1).replaceAll("(.)", "$1$1") : text.substring(1);
        int rgb = Integer.parseInt(digits, 16);
        return Optional.of(new Color(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff));
    }

    /** @throws java.util.NoSuchElementException if it is none */
    static Color of(String text) {
        return parse(text).orElseThrow();
    }

    /** From 1, no contrast, to 21. */
    public double contrast(Color other) {
        double one = luminance() + 0.05;
        double two = other.luminance() + 0.05;
        return Math.max(one, two) / Math.min(one, two);
    }

    /** Black or white, whichever is read better on this colour. */
    public Color text() {
        return contrast(WHITE) >= contrast(BLACK) ? WHITE : BLACK;
    }

    /** This colour with {@code share} (0 to 1) of another in it. */
    Color mixed(Color other, double share) {
        return new Color(
                mixed(red, other.red, share), mixed(green, other.green, share), mixed(blue, other.blue, share));
    }

    /** This colour, lightened as far as it takes to be seen on {@code ground}. */
    Color lightened(Color ground, double contrast) {
        Color color = this;
        for (int step = 1; step <= 50 && color.contrast(ground) < contrast; step++) {
            color = mixed(WHITE, step / 50.0);
        }
        return color;
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static int mixed(int one, int other, double share) {
        return (int) Math.round(one * (1 - share) + other * share);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }
}
