package io.tenantry.tenant.branding;

/** The style sheet that dresses the pages. */
final class BrandingSheet {

    /**
     * The class of the elements inside which a tenant's own rules hold. What stands outside of them, such as a warning
     * of the platform's, cannot be reached, and nothing can be drawn over it.
     */
    static final String ROOT = "saas-themed";

    private static final String BOUNDS = "." + ROOT + " {\n  contain: paint;\n  isolation: isolate;\n}\n";

    private BrandingSheet() {}

    static String of(Colors colors, Theme theme, String appliedCss) {
        String properties = ":root {\n  color-scheme: " + theme.scheme() + ";\n" + colors.css() + "}\n";
        return appliedCss.isEmpty() ? properties : properties + BOUNDS + appliedCss;
    }
}
