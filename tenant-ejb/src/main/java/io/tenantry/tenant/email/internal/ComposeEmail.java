package io.tenantry.tenant.email.internal;

import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.tenant.email.EmailKey;
import io.tenantry.tenant.email.EmailSettingsValues;
import io.tenantry.tenant.email.EmailTemplate;
import io.tenantry.tenant.email.internal.sql.Outbox;
import io.tenantry.tenant.email.internal.sql.TakenEmail;
import io.tenantry.tenant.registry.FindTenants;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes the e-mail of a row: the template in force now, filled in, with the sender's names and the footer. */
@Stateless
public class ComposeEmail {

    private static final EmailSettingsValues NO_SETTINGS = new EmailSettingsValues(null, null, null, null);

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    FindTenants tenants;

    @Inject
    Senders senders;

    public OutgoingEmail compose(TakenEmail row) {
        return row.outbox() == Outbox.TENANT ? ofTenant(row) : ofPlatform(row);
    }

    /** Fills in what the sender of the e-mail does not say. */
    public EmailTemplate inNameOfTenant(EmailTemplate template, Map<String, String> given) {
        String organization = tenants.get(TenantContext.required().value()).name();
        return Footer.below(
                FillIn.fill(template, values(senders.brand(organization), organization, given)),
                settings().footer());
    }

    private OutgoingEmail ofTenant(TakenEmail row) {
        Locale language = DefaultTemplates.nearest(row.language());
        EmailTemplate template = StoredTemplate.inForce(entityManager, key(row), language);
        EmailSettingsValues settings = settings();
        String organization = tenants.get(TenantContext.required().value()).name();
        return new OutgoingEmail(
                row.id(),
                Optional.ofNullable(settings.senderName()).orElseGet(() -> senders.brand(organization)),
                senders.address(settings),
                Optional.ofNullable(settings.replyTo()),
                row.recipient(),
                inNameOfTenant(template, Variables.parse(row.variables())),
                language.getLanguage(),
                row.createdAt());
    }

    private OutgoingEmail ofPlatform(TakenEmail row) {
        Locale language = DefaultTemplates.nearest(row.language());
        Map<String, String> values = values(senders.platformName(), "", Variables.parse(row.variables()));
        return new OutgoingEmail(
                row.id(),
                senders.platformName(),
                senders.platformAddress(),
                Optional.empty(),
                row.recipient(),
                FillIn.fill(DefaultTemplates.of(key(row), language), values),
                language.getLanguage(),
                row.createdAt());
    }

    private EmailSettingsValues settings() {
        return EmailSettings.find(entityManager).map(EmailSettings::values).orElse(NO_SETTINGS);
    }

    private static EmailKey key(TakenEmail row) {
        return EmailKey.find(row.key()).orElseThrow();
    }

    private static Map<String, String> values(String brand, String organization, Map<String, String> given) {
        Map<String, String> values = new TreeMap<>(given);
        values.put(EmailKey.BRAND, brand);
        values.putIfAbsent(EmailKey.ORGANIZATION, organization);
        return values;
    }
}
