package io.tenantry.tenant.email.internal;

import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.tenant.email.EmailKey;
import io.tenantry.tenant.email.EmailTemplate;
import io.tenantry.tenant.email.internal.sql.Outbox;
import io.tenantry.tenant.email.internal.sql.TakenEmail;
import io.tenantry.tenant.registry.FindTenants;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the e-mail of a row: the template in force now, filled in. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ComposeEmail {

    @Inject
    FindTenants tenants;

    @Inject
    @ConfigProperty(name = "tenantry.mail.sender")
    Optional<String> sender;

    @Inject
    @ConfigProperty(name = "tenantry.mail.sender-name", defaultValue = "Tenantry")
    String senderName;

    @Inject
    @ConfigProperty(name = "tenantry.base-domain")
    String baseDomain;

    public OutgoingEmail compose(TakenEmail row) {
        EmailKey key = EmailKey.find(row.key()).orElseThrow();
        Locale language = DefaultTemplates.nearest(row.language());
        Map<String, String> values = new TreeMap<>();
        values.put(EmailKey.BRAND, senderName);
        values.put(EmailKey.ORGANIZATION, row.outbox() == Outbox.TENANT ? organization() : "");
        values.putAll(Variables.parse(row.variables()));
        EmailTemplate content = FillIn.fill(DefaultTemplates.of(key, language), values);
        return new OutgoingEmail(
                row.id(),
                senderName,
                sender.orElse("no-reply@" + baseDomain),
                Optional.empty(),
                row.recipient(),
                content,
                language.getLanguage(),
                row.createdAt());
    }

    private String organization() {
        return tenants.get(TenantContext.required().value()).name();
    }
}
