package io.tenantry.tenant.branding;

/**
 * How a host looks to everybody.
 *
 * @param sheet a whole style sheet
 * @param logo hash of its content, {@code null} where there is none, as {@code favicon}
 */
public record PublicLook(String displayName, Colors colors, Theme theme, String sheet, String logo, String favicon) {

    /** Of the platform's own hosts, and of every host whose tenant shows nothing of its own. */
    static final PublicLook PLATFORM = of("Tenantry", Colors.PLATFORM, Theme.AUTO, "", null, null);

    static PublicLook of(String name, Colors colors, Theme theme, String appliedCss, String logo, String favicon) {
        return new PublicLook(name, colors, theme, BrandingSheet.of(colors, theme, appliedCss), logo, favicon);
    }
}
