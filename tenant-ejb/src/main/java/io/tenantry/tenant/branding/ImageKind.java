package io.tenantry.tenant.branding;

import java.util.Locale;

/** The pictures of a tenant. */
public enum ImageKind {
    LOGO(512 * 1024, 1024),
    FAVICON(128 * 1024, 64);

    private final int maxBytes;
    private final int side;

    ImageKind(int maxBytes, int side) {
        this.maxBytes = maxBytes;
        this.side = side;
    }

    /** As the database and paths write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How large one that is sent may be. */
    public int maxBytes() {
        return maxBytes;
    }

    /** To how many points a larger one is scaled down. */
    int side() {
        return side;
    }
}
