package io.tenantry.tenant.email.internal;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.util.Date;

/** An open connection to the mail server, for any number of e-mails one after the other. */
public final class MailConnection implements AutoCloseable {

    private static final String CHARSET = "UTF-8";

    private final Session session;
    private final Transport transport;

    MailConnection(Session session, Transport transport) {
        this.session = session;
        this.transport = transport;
    }

    /** @throws MessagingException if the server does not take it */
    public void send(OutgoingEmail email) throws MessagingException {
        MimeMessage message = message(email);
        message.saveChanges();
        transport.sendMessage(message, message.getAllRecipients());
    }

    public boolean isOpen() {
        return transport.isConnected();
    }

    private MimeMessage message(OutgoingEmail email) throws MessagingException {
        InternetAddress sender = new InternetAddress(email.senderAddress(), true);
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                String domain =
                        sender.getAddress().substring(sender.getAddress().lastIndexOf('@') + 1);
                setHeader("Message-ID", "<" + email.id() + "@" + domain + ">");
            }
        };
        message.setFrom(named(sender, email.senderName()));
        if (email.replyTo().isPresent()) {
            message.setReplyTo(
                    new InternetAddress[] {new InternetAddress(email.replyTo().get(), true)});
        }
        message.setRecipient(RecipientType.TO, new InternetAddress(email.recipient(), true));
        message.setSubject(email.content().subject(), CHARSET);
        message.setSentDate(Date.from(email.date()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", email.language());
        message.setContent(body(email));
        return message;
    }

    private static MimeMultipart body(OutgoingEmail email) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(email.content().text(), CHARSET);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(email.content().html(), CHARSET, "html");
        return new MimeMultipart("alternative", text, html);
    }

    private static InternetAddress named(InternetAddress address, String name) {
        try {
            address.setPersonal(name, CHARSET);
            return address;
        } catch (UnsupportedEncodingException everyJvmHasUtf8) {
            throw new IllegalStateException(everyJvmHasUtf8);
        }
    }

    @Override
    public void close() throws MessagingException {
        transport.close();
    }
}
