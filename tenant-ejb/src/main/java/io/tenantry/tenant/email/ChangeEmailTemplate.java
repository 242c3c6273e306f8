package io.tenantry.tenant.email;

import io.tenantry.platform.caller.Caller;
import io.tenantry.platform.persistence.Flush;
import io.tenantry.platform.persistence.Versions;
import io.tenantry.platform.problem.FieldError;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.text.Text;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.activity.ActivityLog;
import io.tenantry.tenant.email.internal.StoredTemplate;
import io.tenantry.tenant.email.internal.TemplateRules;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/** Changes a template of the thread's tenant: every change, also back to something earlier, is a new version. */
@Stateless
public class ChangeEmailTemplate {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    ActivityLog activity;

    @Inject
    BusinessClock clock;

    /**
     * @param expected number of the version the client has seen; empty for any
     * @throws ProblemException {@code validation}, {@code precondition-failed}
     */
    public void replace(EmailKey key, Locale language, EmailTemplateValues values, OptionalLong expected) {
        List<FieldError> errors = TemplateRules.violations(key, values.template());
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        append("emailTemplate.changed", key, language, values.template(), expected);
    }

    /** Goes back to the product's texts. */
    public void reset(EmailKey key, Locale language, OptionalLong expected) {
        append("emailTemplate.reset", key, language, null, expected);
    }

    /** Goes back to an earlier version. */
    public void restore(EmailKey key, Locale language, long no, OptionalLong expected) {
        StoredTemplate earlier =
                StoredTemplate.numbered(entityManager, key, language, no).orElseThrow(ProblemException::notFound);
        append("emailTemplate.restored", key, language, earlier.template().orElse(null), expected);
    }

    private void append(String action, EmailKey key, Locale language, EmailTemplate template, OptionalLong expected) {
        StoredTemplate before =
                StoredTemplate.newest(entityManager, key, language).orElse(null);
        long present = before == null ? 0 : before.no();
        Versions.require(expected, present);
        StoredTemplate after = new StoredTemplate(
                key, language, present + 1, template, Caller.current().name(), clock.now());
        entityManager.persist(after);
        Text meanwhile = Text.of("tenant.email-settings-meanwhile");
        Flush.now(entityManager, meanwhile, meanwhile);
        activity.changed(
                action, "emailTemplate", after.id(), members(key, language, before), members(key, language, after));
    }

    private static Map<String, Object> members(EmailKey key, Locale language, StoredTemplate stored) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("key", key.code());
        members.put("locale", language.getLanguage());
        members.put("no", stored == null ? 0 : stored.no());
        members.put(
                "subject",
                stored == null
                        ? null
                        : stored.template().map(EmailTemplate::subject).orElse(null));
        return members;
    }
}
