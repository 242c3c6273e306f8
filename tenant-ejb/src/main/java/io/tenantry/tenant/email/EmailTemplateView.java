package io.tenantry.tenant.email;

import java.time.Instant;
import java.util.List;

/**
 * A version of a template.
 *
 * @param no of the version; 0 is the default before any change
 * @param isDefault whether its texts are the product's
 * @param variables what its texts may name
 * @param createdAt {@code null}, like {@code createdBy}, for number 0
 */
public record EmailTemplateView(
        String key,
        String locale,
        long no,
        boolean isDefault,
        String subject,
        String text,
        String html,
        List<String> variables,
        Instant createdAt,
        String createdBy) {}
