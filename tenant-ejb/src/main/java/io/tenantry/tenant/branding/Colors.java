package io.tenantry.tenant.branding;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The colours of a brand. */
public record Colors(Color primary, Color secondary, Color accent) {

    /** The surfaces of the pages that a colour is hardest to see on. */
    static final Color LIGHT = new Color(0xed, 0xf1, 0xef);

    static final Color DARK = new Color(0x23, 0x2c, 0x29);

    /** For text; that of controls and large text is 3. */
    static final double READABLE = 4.5;

    /** Of the platform itself, and of tenants that have chosen none. */
    public static final Colors PLATFORM = new Colors(Color.of("#14524a"), Color.of("#51605b"), Color.of("#1559c7"));

    Map<String, Color> byName() {
        Map<String, Color> colors = new LinkedHashMap<>();
        colors.put("primary", primary);
        colors.put("secondary", secondary);
        colors.put("accent", accent);
        return colors;
    }

    /** What of them is needed in a dark page: as they are where they can be seen on it, else lightened. */
    static Color onDark(Color color) {
        return color.lightened(DARK, READABLE);
    }

    /** Custom properties for both schemes. */
    String css() {
        return byName().entrySet().stream()
                .map(entry -> css(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining());
    }

    private static String css(String name, Color light) {
        Color dark = onDark(light);
        return property("", name, light, dark)
                + property("", name + "-hover", hover(light), hover(dark))
                + property("on-", name, light.text(), dark.text());
    }

    /** Away from the colour of the text on it, which stays readable. */
    private static Color hover(Color color) {
        return color.mixed(color.text().equals(Color.WHITE) ? Color.BLACK : Color.WHITE, 0.2);
    }

    private static String property(String prefix, String name, Color light, Color dark) {
        return "  --saas-color-" + prefix + name + ": light-dark(" + light + ", " + dark + ");\n";
    }
}
