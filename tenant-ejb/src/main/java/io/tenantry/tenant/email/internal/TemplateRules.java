package io.tenantry.tenant.email.internal;

import com.samskivert.mustache.MustacheException;
import io.tenantry.platform.problem.FieldError;
import io.tenantry.tenant.email.EmailKey;
import io.tenantry.tenant.email.EmailTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a tenant's template may say: variables of its key, and HTML that does nothing. */
public final class TemplateRules {

    private static final int MOST_NAMES = 10;
    private static final int LONGEST_NAME = 50;

    private TemplateRules() {}

    /** What is wrong with it, and where; refused parts are named, not dropped in silence. */
    public static List<FieldError> violations(EmailKey key, EmailTemplate template) {
        List<FieldError> errors = new ArrayList<>();
        Set<String> allowed = Set.copyOf(key.allVariables());
        names("/subject", template.subject(), allowed, errors);
        names("/text", template.text(), allowed, errors);
        names("/html", template.html(), allowed, errors);
        if (errors.isEmpty()) {
            html(key, template, errors);
            SoleLink.violations(key, template, errors);
        }
        return errors;
    }

    private static void names(String pointer, String text, Set<String> allowed, List<FieldError> errors) {
        try {
            Set<String> unknown = new TreeSet<>(FillIn.names(text));
            unknown.removeAll(allowed);
            if (!unknown.isEmpty()) {
                errors.add(FieldError.of(pointer, "tenant.email-variables", listed(unknown), listed(allowed)));
            }
        } catch (MustacheException e) {
            errors.add(FieldError.of(pointer, "tenant.email-template-syntax"));
        }
    }

    /** Looks at the outcome with every value present and with every value empty, so that no section escapes. */
    private static void html(EmailKey key, EmailTemplate template, List<FieldError> errors) {
        Map<String, String> full = new TreeMap<>();
        key.allVariables().forEach(name -> full.put(name, name.equals("link") ? "https://example.com/" : name));
        Map<String, String> empty = new TreeMap<>(full);
        empty.replaceAll((name, value) -> "");
        Set<String> refused = new TreeSet<>(SafeHtml.refused(FillIn.execute(template.html(), full)));
        refused.addAll(SafeHtml.refused(FillIn.execute(template.html(), empty)));
        if (!refused.isEmpty()) {
            errors.add(FieldError.of("/html", "tenant.email-html", listed(refused)));
        }
    }

    private static String listed(Set<String> names) {
        return names.stream()
                .sorted()
                .limit(MOST_NAMES)
                .map(name -> name.substring(0, Math.min(LONGEST_NAME, name.length())))
                .collect(Collectors.joining(", "));
    }
}
