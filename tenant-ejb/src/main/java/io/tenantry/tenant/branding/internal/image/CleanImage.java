package io.tenantry.tenant.branding.internal.image;

import java.util.List;

/**
 * A picture that we have written ourselves.
 *
 * @param removed what of the original is not in it, for a drawing
 */
public record CleanImage(String mediaType, byte[] content, List<String> removed) {

    public CleanImage {
        content = content.clone();
        removed = List.copyOf(removed);
    }

    @Override
    public byte[] content() {
        return content.clone();
    }
}
