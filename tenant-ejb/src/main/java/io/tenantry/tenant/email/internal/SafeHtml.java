package io.tenantry.tenant.email.internal;

import java.util.Set;
import java.util.TreeSet;
import org.owasp.html.HtmlChangeListener;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** HTML that shows text and links, and does nothing: no script, no form, nothing fetched from elsewhere. */
public final class SafeHtml {

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "br",
                    "hr",
                    "div",
                    "span",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "strong",
                    "b",
                    "em",
                    "i",
                    "u",
                    "small",
                    "ul",
                    "ol",
                    "li",
                    "blockquote",
                    "pre",
                    "code",
                    "table",
                    "thead",
                    "tbody",
                    "tr",
                    "th",
                    "td",
                    "a")
            .allowWithoutAttributes("span", "div")
            .allowUrlProtocols("https", "http", "mailto")
            .allowAttributes("href")
            .onElements("a")
            .allowAttributes("align")
            .matching(true, "left", "right", "center")
            .onElements("p", "div", "table", "th", "td")
            .allowStyling()
            .toFactory();

    private SafeHtml() {}

    public static String clean(String html) {
        return POLICY.sanitize(html);
    }

    /** What {@link #clean} takes out, such as {@code script} or {@code p onclick}. */
    public static Set<String> refused(String html) {
        Set<String> refused = new TreeSet<>();
        POLICY.sanitize(
                html,
                new HtmlChangeListener<Set<String>>() {
                    @Override
                    public void discardedTag(Set<String> found, String element) {
                        found.add(element);
                    }

                    @Override
                    public void discardedAttributes(Set<String> found, String element, String... attributes) {
                        for (String attribute : attributes) {
                            found.add(element + " " + attribute);
                        }
                    }
                },
                refused);
        return refused;
    }
}
