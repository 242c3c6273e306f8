package io.tenantry.tenant.apikey;

/**
 * A key together with a secret that has just been made: the only time anybody sees it.
 *
 * @param secret the whole key, which begins with its prefix
 */
public record IssuedApiKey(ApiKeyView key, String secret) {

    /** Without the secret, wherever it may be written. */
    @Override
    public String toString() {
        return key.prefix();
    }
}
