package io.tenantry.tenant.email;

import io.tenantry.platform.problem.ProblemException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Locale;
import java.util.regex.Pattern;

/** One address as in {@code somebody@example.com}: no display name, no group, nothing that could end a header. */
public record EmailAddress(String value) {

    private static final int LONGEST = 254;

    /** Nothing that has a meaning in a header, such as a group, a comment, a route or a second address. */
    private static final Pattern PLAIN = Pattern.compile("[\\x21-\\x7e&&[^@\"(),:;<>\\[\\]\\\\]]+@[A-Za-z0-9.-]+");

    /** @throws IllegalArgumentException if it is no such address */
    public EmailAddress {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an e-mail address");
        }
    }

    /**
     * Reads an address that a client gave.
     *
     * @param pointer where in the request, such as {@code /email}
     * @throws ProblemException {@code validation}
     */
    public static EmailAddress parse(String pointer, String text) {
        if (!isValid(text)) {
            throw ProblemException.invalid(pointer, "tenant.email-address");
        }
        return new EmailAddress(text);
    }

    /** What follows the last {@code @}, in lower case. */
    public String domain() {
        return value.substring(value.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    public static boolean isValid(String text) {
        if (text == null || text.length() > LONGEST || !PLAIN.matcher(text).matches()) {
            return false;
        }
        try {
            InternetAddress[] parsed = InternetAddress.parse(text, true);
            if (parsed.length != 1 || !text.equals(parsed[0].getAddress())) {
                return false;
            }
            parsed[0].validate();
            return true;
        } catch (AddressException notAnAddress) {
            return false;
        }
    }
}
