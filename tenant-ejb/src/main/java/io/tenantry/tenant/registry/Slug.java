package io.tenantry.tenant.registry;

import io.tenantry.platform.problem.ProblemException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The short name of a tenant: 2 to 63 of {@code a-z 0-9 -}, so that it is a label of a host name (RFC 1035), and no name
 * that the platform keeps for itself.
 */
public record Slug(String value) {

    /** No leading, trailing or double hyphen: {@code xn--} is for encoded names. */
    public static final String PATTERN = "[a-z0-9](-?[a-z0-9]+)*";

    private static final Pattern FORM = Pattern.compile("(?=.{2,63}$)" + PATTERN);
    private static final Set<String> RESERVED = Set.of(
            "admin",
            "api",
            "app",
            "assets",
            "auth",
            "billing",
            "blog",
            "cdn",
            "dashboard",
            "docs",
            "embed",
            "ftp",
            "health",
            "help",
            "host",
            "imap",
            "localhost",
            "login",
            "mail",
            "metrics",
            "ns",
            "platform",
            "pop",
            "problems",
            "root",
            "signup",
            "smtp",
            "static",
            "status",
            "support",
            "system",
            "tenantry",
            "webmail",
            "www");

    /** @throws ProblemException {@code validation} at {@code /slug} */
    public Slug {
        if (value == null || !isWellFormed(value)) {
            throw ProblemException.invalid("/slug", "validation.pattern");
        }
        if (RESERVED.contains(value)) {
            throw ProblemException.invalid("/slug", "tenant.slug-reserved");
        }
    }

    /** Whether a slug might look like this; it may still be reserved. */
    static boolean isWellFormed(String text) {
        return FORM.matcher(text).matches();
    }
}
