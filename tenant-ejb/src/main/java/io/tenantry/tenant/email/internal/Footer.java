package io.tenantry.tenant.email.internal;

import com.samskivert.mustache.Escapers;
import io.tenantry.tenant.email.EmailTemplate;

/** A tenant's plain text below its e-mail. */
final class Footer {

    private Footer() {}

    /** @param footer {@code null} for none */
    static EmailTemplate below(EmailTemplate email, String footer) {
        if (footer == null) {
            return email;
        }
        String html = Escapers.HTML.escape(footer).replace("\n", "<br />\n");
        return new EmailTemplate(
                email.subject(),
                email.text().stripTrailing() + "\n\n-- \n" + footer + "\n",
                email.html() + "<hr />\n<p>" + html + "</p>\n");
    }
}
