package io.tenantry.tenant.email;

import io.tenantry.platform.persistence.Flush;
import io.tenantry.platform.persistence.Versions;
import io.tenantry.platform.problem.FieldError;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.text.Text;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.activity.ActivityLog;
import io.tenantry.tenant.email.internal.EmailSettings;
import io.tenantry.tenant.email.internal.Senders;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Reads and replaces the e-mail settings of the thread's tenant. */
@Stateless
public class ChangeEmailSettings {

    private static final EmailSettingsValues NOTHING = new EmailSettingsValues(null, null, null, null);

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    Senders senders;

    @Inject
    ActivityLog activity;

    @Inject
    BusinessClock clock;

    public EmailSettingsView get() {
        return EmailSettings.find(entityManager)
                .map(settings -> view(settings.values(), settings.version()))
                .orElseGet(() -> view(NOTHING, 0));
    }

    /**
     * @param expected the version the client has seen; empty for any
     * @throws ProblemException {@code validation}, {@code precondition-failed}
     */
    public EmailSettingsView replace(EmailSettingsValues values, OptionalLong expected) {
        requireAddresses(values);
        EmailSettings settings = EmailSettings.find(entityManager).orElse(null);
        long present = settings == null ? 0 : settings.version();
        Versions.require(expected, present);
        EmailSettingsValues before = settings == null ? NOTHING : settings.values();
        if (settings == null) {
            settings = new EmailSettings(clock.now());
            entityManager.persist(settings);
        }
        settings.set(values);
        Text meanwhile = Text.of("tenant.email-settings-meanwhile");
        Flush.now(entityManager, meanwhile, meanwhile);
        activity.changed("emailSettings.changed", "emailSettings", settings.id(), members(before), members(values));
        return view(values, settings.version());
    }

    private EmailSettingsView view(EmailSettingsValues values, long version) {
        return new EmailSettingsView(
                values.senderName(),
                values.senderAddress(),
                senders.isVerified(values),
                values.replyTo(),
                values.footer(),
                version);
    }

    private static void requireAddresses(EmailSettingsValues values) {
        List<FieldError> errors = new ArrayList<>();
        if (values.senderAddress() != null && !EmailAddress.isValid(values.senderAddress())) {
            errors.add(FieldError.of("/senderAddress", "tenant.email-address"));
        }
        if (values.replyTo() != null && !EmailAddress.isValid(values.replyTo())) {
            errors.add(FieldError.of("/replyTo", "tenant.email-address"));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }

    private static Map<String, Object> members(EmailSettingsValues values) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("senderName", values.senderName());
        members.put("senderAddress", values.senderAddress());
        members.put("replyTo", values.replyTo());
        members.put("footer", values.footer());
        return members;
    }
}
