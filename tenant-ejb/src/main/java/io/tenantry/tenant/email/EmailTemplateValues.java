package io.tenantry.tenant.email;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A template as a tenant writes it. */
public record EmailTemplateValues(
        @NotNull @Size(min = 1, max = 200) @Pattern(regexp = EmailSettingsValues.ONE_LINE)
        String subject,

        @NotBlank @Size(min = 1, max = 20_000) String text,
        @NotBlank @Size(min = 1, max = 50_000) String html) {

    EmailTemplate template() {
        return new EmailTemplate(subject, text, html);
    }
}
