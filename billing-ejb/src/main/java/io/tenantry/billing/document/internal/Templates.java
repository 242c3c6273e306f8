package io.tenantry.billing.document.internal;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** The templates of this package. Whatever is put into them is escaped, and cannot be more than text. */
final class Templates {

    static final Template PAGE = compiled("invoice.html");
    static final Template FACTUR_X = compiled("factur-x.xml");
    static final Template METADATA = compiled("metadata.xml");

    private Templates() {}

    static String execute(Template template, Map<String, Object> values) {
        return template.execute(values);
    }

    static byte[] resource(String name) {
        try (InputStream in = Templates.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Template compiled(String name) {
        return Mustache.compiler()
                .withEscaper(text -> Escapers.HTML.escape(characters(text)))
                .defaultValue("")
                .emptyStringIsFalse(true)
                .withLoader(part -> new StringReader(text(part + ".xml")))
                .compile(text(name));
    }

    private static String text(String name) {
        return new String(resource(name), StandardCharsets.UTF_8);
    }

    /** Leaves out what XML 1.0 has no way to say. */
    static String characters(String text) {
        return text.codePoints()
                .filter(Templates::isXml)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isXml(int c) {
        return c == '\t' || c == '\n' || c == '\r' || c >= 0x20 && c < 0xd800 || c > 0xdfff && c < 0xfffe || c > 0xffff;
    }
}
