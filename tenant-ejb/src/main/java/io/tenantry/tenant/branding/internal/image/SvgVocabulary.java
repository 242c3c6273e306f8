package io.tenantry.tenant.branding.internal.image;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of SVG that a drawing may be made of. Whatever is not listed is left out. */
final class SvgVocabulary {

    static final String SVG = "http://www.w3.org/2000/svg";
    static final String XLINK = "http://www.w3.org/1999/xlink";

    static final Set<String> ELEMENTS = words("""
            circle clipPath defs desc ellipse g line linearGradient mask path polygon polyline radialGradient rect stop
            style svg text title tspan use
            """);

    static final Set<String> TEXT_ELEMENTS = words("desc style text title tspan");

    static final Set<String> ATTRIBUTES = words("""
            class clip-path clip-rule clipPathUnits color cx cy d display dx dy fill fill-opacity fill-rule font-family
            font-size font-style font-weight fr fx fy gradientTransform gradientUnits height id letter-spacing mask
            maskContentUnits maskUnits offset opacity paint-order pathLength points preserveAspectRatio r role rotate rx
            ry spreadMethod stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap
            stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor textLength transform version
            viewBox visibility width x x1 x2 y y1 y2
            """);

    /** Elements that point at another one of the same drawing. */
    static final Set<String> POINTING = words("linearGradient radialGradient use");

    static final Pattern OWN = Pattern.compile("#[A-Za-z_][A-Za-z0-9_.:-]{0,100}");
    private static final Pattern OWN_URL = Pattern.compile("url\\(" + OWN.pattern() + "\\)");
    private static final Set<String> PAINTED = words("clip-path fill mask stroke");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.,:%#()+\\s'-]*");
    private static final Pattern CALL = Pattern.compile("(?i)(?<call>[a-z-]+)\\s*\\(");
    private static final Set<String> FUNCTIONS = words("hsl hsla matrix rgb rgba rotate scale skewX skewY translate");

    private SvgVocabulary() {}

    /** Whether the value is words, numbers, colours, transformations, or a reference into the drawing itself. */
    static boolean isPlain(String attribute, String value) {
        if (PAINTED.contains(attribute) && OWN_URL.matcher(value.strip()).matches()) {
            return true;
        }
        return PLAIN.matcher(value).matches()
                && CALL.matcher(value).results().allMatch(call -> FUNCTIONS.contains(call.group(1)));
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }
}
