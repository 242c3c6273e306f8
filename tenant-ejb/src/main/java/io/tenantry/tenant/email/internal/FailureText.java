package io.tenantry.tenant.email.internal;

import jakarta.mail.MessagingException;

/** Why an attempt failed, short and on one line; never what the e-mail says, which may hold secrets. */
final class FailureText {

    private static final int LONGEST = 300;

    private FailureText() {}

    static String of(Throwable failure) {
        String message = failure instanceof MessagingException && failure.getMessage() != null
                ? ": " + failure.getMessage().replaceAll("\\p{Cntrl}+", " ").strip()
                : "";
        String text = failure.getClass().getSimpleName() + message;
        return text.substring(0, Math.min(LONGEST, text.length()));
    }
}
