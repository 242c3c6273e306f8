package io.tenantry.tenant.email.internal;

import io.tenantry.platform.text.Texts;
import io.tenantry.tenant.email.EmailKey;
import io.tenantry.tenant.email.EmailTemplate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The templates the product ships with: {@code email/<key>_<language>.txt}, the subject on the first line. The HTML is the
 * same text in paragraphs.
 */
public final class DefaultTemplates {

    private DefaultTemplates() {}

    public static EmailTemplate of(EmailKey key, Locale language) {
        String[] parts =
                read(key.code() + "_" + language.getLanguage() + ".txt").split("\n\n", 2);
        String text = parts[1].strip() + "\n";
        String html = Arrays.stream(text.strip().split("\n\n"))
                .map(DefaultTemplates::paragraph)
                .collect(Collectors.joining("\n", "", "\n"));
        return new EmailTemplate(parts[0], text, html);
    }

    /** The nearest of the languages there are. */
    public static Locale nearest(String language) {
        return Texts.negotiate(language);
    }

    private static String paragraph(String text) {
        String content = text.equals("{{link}}") ? "<a href=\"{{link}}\">{{link}}</a>" : text.replace("\n", "<br />\n");
        return "<p>" + content + "</p>";
    }

    private static String read(String name) {
        try (InputStream in = EmailTemplate.class.getResourceAsStream("/email/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
