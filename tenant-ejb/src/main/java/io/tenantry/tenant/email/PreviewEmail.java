package io.tenantry.tenant.email;

import io.tenantry.platform.problem.FieldError;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.tenant.activity.ActivityLog;
import io.tenantry.tenant.email.internal.ComposeEmail;
import io.tenantry.tenant.email.internal.SampleValues;
import io.tenantry.tenant.email.internal.StoredTemplate;
import io.tenantry.tenant.email.internal.TemplateRules;
import io.tenantry.tenant.registry.FindTenants;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Shows what an e-mail of the thread's tenant looks like, with sample values: on the screen, or in one's own inbox. */
@Stateless
public class PreviewEmail {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    ComposeEmail compose;

    @Inject
    SendEmail send;

    @Inject
    FindTenants tenants;

    @Inject
    ActivityLog activity;

    /** The texts in force, save for those of a draft that are not {@code null}. */
    public EmailTemplate show(EmailKey key, Locale language, EmailTemplate draft) {
        EmailTemplate present = StoredTemplate.inForce(entityManager, key, language);
        EmailTemplate shown = new EmailTemplate(
                Optional.ofNullable(draft.subject()).orElse(present.subject()),
                Optional.ofNullable(draft.text()).orElse(present.text()),
                Optional.ofNullable(draft.html()).orElse(present.html()));
        List<FieldError> errors = TemplateRules.violations(key, shown);
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return compose.inNameOfTenant(shown, SampleValues.of(key, organization()));
    }

    /** Sends the texts in force to the caller. */
    public void sendTo(String ownAddress, EmailKey key, Locale language) {
        send.to(ownAddress, language, key, SampleValues.of(key, organization()));
        activity.happened("emailTemplate.tested", "emailTemplate", null);
    }

    private String organization() {
        return tenants.get(TenantContext.required().value()).name();
    }
}
