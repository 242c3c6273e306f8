package io.tenantry.tenant.domain;

import io.tenantry.platform.problem.ProblemException;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a domain in the public DNS as a host of requests: lower case, in ASCII (punycode), at least two labels, the
 * last of which is no number, so that it is no network address.
 *
 * <p>Shorter than the DNS allows by the label that proves a domain, which goes before it.
 */
public record DomainName(String ascii) {

    /** What stands before a domain in the name of the record that proves it. */
    static final String CHALLENGE_LABEL = "_tenantry-challenge.";

    private static final int LONGEST = 253 - CHALLENGE_LABEL.length();
    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern FORM = Pattern.compile("(" + LABEL + "\\.)+([a-z]{2,63}|xn--[a-z0-9-]{0,58}[a-z0-9])");
    /** Java's older rules would make another name of these than browsers do (RFC 5894, 7.2). */
    private static final Pattern READ_DIFFERENTLY = Pattern.compile("[\u00df\u1e9e\u03c2\u200c\u200d]");

    /** @throws IllegalArgumentException if it is none */
    public DomainName {
        if (!isOne(ascii)) {
            throw new IllegalArgumentException("no domain");
        }
    }

    /** A name that is in this form already, such as the host of a request. */
    public static Optional<DomainName> ofHost(String host) {
        return isOne(host) ? Optional.of(new DomainName(host)) : Optional.empty();
    }

    /**
     * Reads what a person wrote, also with letters beyond ASCII.
     *
     * @throws ProblemException {@code validation} at {@code /domain}
     */
    public static DomainName of(String text) {
        return parsed(text).orElseThrow(() -> ProblemException.invalid("/domain", "tenant.domain-form"));
    }

    /** As {@link #of}, empty for what is no domain. */
    static Optional<DomainName> parsed(String text) {
        if (text.length() > LONGEST || READ_DIFFERENTLY.matcher(text).find()) {
            return Optional.empty();
        }
        try {
            return ofHost(IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException noName) {
            return Optional.empty();
        }
    }

    private static boolean isOne(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }

    /** For people. A name that only newer rules can decode stays as it is. */
    public String unicode() {
        return IDN.toUnicode(ascii);
    }

    /** Whether this is {@code suffix} or below it. */
    boolean isWithin(String suffix) {
        return ascii.equals(suffix) || ascii.endsWith("." + suffix);
    }

    String challengeName() {
        return CHALLENGE_LABEL + ascii;
    }
}
