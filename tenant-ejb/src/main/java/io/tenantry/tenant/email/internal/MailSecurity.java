package io.tenantry.tenant.email.internal;

import java.util.Locale;
import java.util.Properties;

/** How the connection to the mail server is protected. Whoever wants no protection has to say so. */
enum MailSecurity {
    /** Begins in the clear, and goes on encrypted or not at all. */
    STARTTLS(587, "mail.smtp.starttls.enable", "mail.smtp.starttls.required"),
    /** Encrypted from the first byte. */
    TLS(465, "mail.smtp.ssl.enable"),
    NONE(25);

    private final int usualPort;
    private final String[] switches;

    MailSecurity(int usualPort, String... switches) {
        this.usualPort = usualPort;
        this.switches = switches;
    }

    static MailSecurity of(String setting) {
        try {
            return valueOf(setting.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalStateException("tenantry.mail.security is starttls, tls or none, not " + setting);
        }
    }

    int usualPort() {
        return usualPort;
    }

    void applyTo(Properties properties) {
        for (String name : switches) {
            properties.setProperty(name, "true");
        }
    }
}
