package io.tenantry.tenant.attachment.internal;

import java.net.URI;

/**
 * Where an S3-compatible storage is, and who may use it.
 *
 * @param pathStyle whether the bucket stands in the path rather than before the host
 */
record S3Settings(URI endpoint, String region, String bucket, boolean pathStyle, String accessKey, String secretKey) {

    /** @param key of characters that need no encoding */
    URI address(String key) {
        String authority = pathStyle ? endpoint.getRawAuthority() : bucket + "." + endpoint.getRawAuthority();
        String path = pathStyle ? "/" + bucket + "/" + key : "/" + key;
        return URI.create(endpoint.getScheme() + "://" + authority + path);
    }

    /** Without the secret, wherever it may be written. */
    @Override
    public String toString() {
        return address("").toString();
    }
}
