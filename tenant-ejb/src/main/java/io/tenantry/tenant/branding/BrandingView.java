package io.tenantry.tenant.branding;

import java.util.List;

/**
 * How a tenant looks, for those who may change it.
 *
 * @param customCss as it was written; {@code refused} is what of it is not applied
 * @param logo {@code null} where there is none, as {@code favicon}
 * @param version 0 as long as nothing was set
 */
public record BrandingView(
        String displayName,
        Colors colors,
        Theme theme,
        String customCss,
        List<RefusedPart> refused,
        List<Contrast> contrasts,
        String logo,
        String favicon,
        long version) {}
