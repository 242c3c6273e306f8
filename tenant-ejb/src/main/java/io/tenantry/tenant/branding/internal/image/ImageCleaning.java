package io.tenantry.tenant.branding.internal.image;

import io.tenantry.platform.problem.ProblemException;

/** Makes a new picture of one that somebody sent. What it is, its own first bytes say; what the client says is not read. */
public final class ImageCleaning {

    private ImageCleaning() {}

    /**
     * @param image of a bounded length
     * @param side the new one is scaled down to it where it is larger; drawings have no size
     * @throws ProblemException {@code validation} for what is no picture, or one that could do harm
     */
    public static CleanImage clean(byte[] image, int side) {
        return RasterFormat.of(image)
                .map(format -> Raster.clean(image, format, side))
                .orElseGet(() -> Drawing.clean(image));
    }
}
