package io.tenantry.tenant.branding.internal.image;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of rasters that are read. */
enum RasterFormat {
    PNG("image/png", 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'),
    JPEG("image/jpeg", 0xff, 0xd8, 0xff),
    GIF("image/png", 'G', 'I', 'F', '8');

    private final String written;
    private final byte[] beginning;

    /** @param written what it becomes */
    RasterFormat(String written, int... beginning) {
        this.written = written;
        this.beginning = new byte[beginning.length];
        for (int i = 0; i < beginning.length; i++) {
            this.beginning[i] = (byte) beginning[i];
        }
    }

    static Optional<RasterFormat> of(byte[] image) {
        return Arrays.stream(values())
                .filter(format -> image.length > format.beginning.length
                        && Arrays.equals(
                                image, 0, format.beginning.length, format.beginning, 0, format.beginning.length))
                .findFirst();
    }

    String mediaType() {
        return written;
    }

    String writer() {
        return this == JPEG ? "jpeg" : "png";
    }
}
