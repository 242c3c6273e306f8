package io.tenantry.billing.document;

import io.tenantry.tenant.branding.Color;
import io.tenantry.tenant.branding.PublicImage;
import java.util.Optional;

/**
 * The look of a document.
 *
 * @param logo a raster or a drawing; drawings cannot be printed, the name stands in for them
 */
public record Brand(String displayName, Color primary, Optional<PublicImage> logo) {}
