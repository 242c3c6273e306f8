package io.tenantry.tenant.email.internal;

import io.tenantry.platform.problem.FieldError;
import io.tenantry.tenant.email.EmailKey;
import io.tenantry.tenant.email.EmailTemplate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The link of an e-mail stands alone. It proves that its reader has the mailbox; in {@code https://other/#{{link}}} it would
 * prove it to somebody else.
 */
final class SoleLink {

    private static final String LINK = "https://sole.link.invalid/page";
    private static final Pattern TARGET = Pattern.compile("href=\"([^\"]*)\"");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern BENT = Pattern.compile("[^\\s(<]" + Pattern.quote(LINK));

    private SoleLink() {}

    static void violations(EmailKey key, EmailTemplate template, List<FieldError> errors) {
        Map<String, String> values = new TreeMap<>();
        key.allVariables().forEach(name -> values.put(name, name.equals("link") ? LINK : name));
        String html = SafeHtml.clean(FillIn.execute(template.html(), values));
        if (!standsAloneInTargets(html) || isBent(TAG.matcher(html).replaceAll(" "))) {
            errors.add(FieldError.of("/html", "tenant.email-link"));
        }
        if (isBent(FillIn.execute(template.text(), values))) {
            errors.add(FieldError.of("/text", "tenant.email-link"));
        }
    }

    /** In what the sanitizer wrote: there every value is within double quotes. */
    private static boolean standsAloneInTargets(String html) {
        Matcher target = TARGET.matcher(html);
        while (target.find()) {
            if (target.group(1).contains("sole.link.invalid")
                    && !target.group(1).equals(LINK)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBent(String text) {
        return BENT.matcher(text).find();
    }
}
