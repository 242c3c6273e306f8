package io.tenantry.tenant.branding;

/**
 * A picture for everybody.
 *
 * @param hash of its content
 */
public record PublicImage(String mediaType, byte[] content, String hash) {

    public PublicImage {
        content = content.clone();
    }

    @Override
    public byte[] content() {
        return content.clone();
    }
}
