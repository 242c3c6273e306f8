package io.tenantry.tenant.attachment;

import java.time.Instant;

/**
 * An address at which everybody who has it can read a file, for a while.
 *
 * @param token its last part
 */
public record FileLink(String url, String token, Instant expiresAt) {

    /** Without what opens the file, wherever it may be written. */
    @Override
    public String toString() {
        return "link until " + expiresAt;
    }
}
