package io.tenantry.tenant.email.internal;

import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import io.tenantry.tenant.email.EmailTemplate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Puts values into templates. A template sees texts by name and nothing else: no objects, no code, no other template.
 *
 * <p>For HTML the values are escaped beforehand, so no spelling of a variable brings one in as it is.
 */
public final class FillIn {

    private static final Mustache.Compiler COMPILER =
            Mustache.compiler().escapeHTML(false).emptyStringIsFalse(true).withCollector(new NamesOnly());

    /** What a visitor is not told of: partials, parents, blocks, and tags by other signs than braces. */
    private static final Pattern OTHER_TEMPLATES = Pattern.compile("\\{\\{\\s*[><$=]");

    private FillIn() {}

    public static EmailTemplate fill(EmailTemplate template, Map<String, String> values) {
        Map<String, String> escaped = new TreeMap<>(values);
        escaped.replaceAll((name, value) -> Escapers.HTML.escape(value));
        return new EmailTemplate(
                oneLine(execute(template.subject(), values)),
                execute(template.text(), values),
                SafeHtml.clean(execute(template.html(), escaped)));
    }

    /**
     * The names a text uses, those of sections included.
     *
     * @throws MustacheException if it cannot be read
     */
    public static Set<String> names(String text) {
        if (OTHER_TEMPLATES.matcher(text).find()) {
            throw new MustacheException("no other templates, blocks or delimiters");
        }
        Set<String> names = new TreeSet<>();
        COMPILER.compile(text).visit(new Mustache.Visitor() {
            @Override
            public void visitText(String literal) {
                if (literal.contains("{{")) {
                    throw new MustacheException("a tag without end");
                }
            }

            @Override
            public void visitVariable(String name) {
                names.add(name);
            }

            @Override
            public boolean visitInclude(String name) {
                return false;
            }

            @Override
            public boolean visitSection(String name) {
                return names.add(name) || true;
            }

            @Override
            public boolean visitInvertedSection(String name) {
                return names.add(name) || true;
            }
        });
        return names;
    }

    /** Puts the values in as they are. */
    static String execute(String text, Map<String, String> values) {
        Template template = COMPILER.compile(text);
        return template.execute(values);
    }

    /** A subject is a header: a line end would begin the next one. */
    private static String oneLine(String subject) {
        return subject.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    /** Looks names up in maps; an object of any other kind has no members here. */
    private static final class NamesOnly extends BasicCollector {

        @Override
        public Mustache.VariableFetcher createFetcher(Object context, String name) {
            return context instanceof Map ? MAP_FETCHER : null;
        }

        @Override
        public <K, V> Map<K, V> createFetcherCache() {
            return new ConcurrentHashMap<>();
        }
    }
}
