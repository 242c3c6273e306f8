package io.tenantry.tenant.email;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What a tenant says about the e-mail in its name; {@code null} leaves it to the platform.
 *
 * @param senderAddress used as soon as its domain is known to be the tenant's
 * @param footer put below every e-mail
 */
public record EmailSettingsValues(
        @Size(min = 1, max = 100) @Pattern(regexp = ONE_LINE)
        String senderName,

        @Size(min = 1, max = 254) String senderAddress,
        @Size(min = 1, max = 254) String replyTo,
        @Size(min = 1, max = 1000) @Pattern(regexp = LINES) String footer) {

    /** Anything but control characters, and something to see: a line end would begin another header. */
    static final String ONE_LINE = "[^\\p{Cc}\\u2028\\u2029]*[^\\p{Cc}\\p{Z}][^\\p{Cc}\\u2028\\u2029]*";

    private static final String LINES = "[\\P{Cc}\\n]*";
}
