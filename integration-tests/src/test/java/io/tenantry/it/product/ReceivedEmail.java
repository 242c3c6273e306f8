package io.tenantry.it.product;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An e-mail as it arrived.
 *
 * @param headers decoded by nobody, by name in any case
 */
public record ReceivedEmail(
        String subject,
        InternetAddress from,
        String replyTo,
        String text,
        String html,
        Map<String, List<String>> headers) {

    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    static ReceivedEmail of(MimeMessage message) {
        try {
            MimeMultipart parts = (MimeMultipart) message.getContent();
            Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (var header : Collections.list(message.getAllHeaders())) {
                headers.computeIfAbsent(header.getName(), name -> new ArrayList<>())
                        .add(header.getValue());
            }
            return new ReceivedEmail(
                    message.getSubject(),
                    (InternetAddress) message.getFrom()[0],
                    ((InternetAddress) message.getReplyTo()[0]).getAddress(),
                    part(parts, "text/plain"),
                    part(parts, "text/html"),
                    headers);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first address in the text. */
    public URI link() {
        Matcher matcher = LINK.matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("No link in " + text);
        }
        return URI.create(matcher.group());
    }

    /** A query parameter of {@link #link()}. */
    public String linkParameter(String name) {
        for (String pair : link().getQuery().split("&")) {
            if (pair.startsWith(name + "=")) {
                return pair.substring(name.length() + 1);
            }
        }
        throw new AssertionError("No " + name + " in " + link());
    }

    private static String part(MimeMultipart parts, String type) throws MessagingException, IOException {
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.isMimeType(type)) {
                return ((String) part.getContent()).replace("\r\n", "\n");
            }
        }
        throw new AssertionError("No " + type);
    }
}
