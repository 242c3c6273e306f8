package io.tenantry.tenant.email.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The operator's mail server, as configured by {@code tenantry.mail.*}. */
@ApplicationScoped
public class MailServer {

    private static final String CONNECT_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "20000";

    @Inject
    @ConfigProperty(name = "tenantry.mail.host")
    Optional<String> host;

    @Inject
    @ConfigProperty(name = "tenantry.mail.port")
    OptionalInt port;

    @Inject
    @ConfigProperty(name = "tenantry.mail.security", defaultValue = "starttls")
    String security;

    @Inject
    @ConfigProperty(name = "tenantry.mail.username")
    Optional<String> username;

    @Inject
    @ConfigProperty(name = "tenantry.mail.password")
    Optional<String> password;

    @Inject
    PlatformSender platform;

    public boolean isConfigured() {
        return host.isPresent();
    }

    /** @throws MessagingException if it cannot be reached, or is not who it should be */
    public MailConnection connect() throws MessagingException {
        Session session = Session.getInstance(properties());
        Transport transport = session.getTransport("smtp");
        int at = port.orElse(MailSecurity.of(security).usualPort());
        transport.connect(host.orElseThrow(), at, username.orElse(null), password.orElse(null));
        return new MailConnection(session, transport);
    }

    Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        properties.setProperty("mail.smtp.timeout", ANSWER_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", ANSWER_MILLIS);
        properties.setProperty("mail.smtp.auth", String.valueOf(username.isPresent()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.setProperty("mail.mime.charset", "UTF-8");
        // of the envelope, whatever the e-mail says: SPF asks for its domain, and bounces go there
        properties.setProperty("mail.smtp.from", platform.address());
        MailSecurity.of(security).applyTo(properties);
        return properties;
    }
}
