package io.tenantry.billing.trial;

import io.tenantry.platform.page.PageRequest;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.tenant.email.EmailAddress;
import io.tenantry.tenant.email.EmailKey;
import io.tenantry.tenant.email.EmailLinks;
import io.tenantry.tenant.email.SendEmail;
import io.tenantry.tenant.member.FindMembers;
import io.tenantry.tenant.member.Role;
import io.tenantry.tenant.registry.FindTenants;
import io.tenantry.tenant.registry.TenantView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;

/** Writes to a tenant's owners that its trial ends. */
@ApplicationScoped
public class TellTrialEnds {

    private static final int MOST = 200;

    @Inject
    FindTenants tenants;

    @Inject
    FindMembers members;

    @Inject
    EmailLinks links;

    @Inject
    SendEmail email;

    void owners(int days, LocalDate end) {
        TenantView tenant = tenants.get(TenantContext.required().value());
        Locale language = Locale.forLanguageTag(tenant.locale());
        Map<String, String> variables = Map.of(
                "days",
                Integer.toString(days),
                "endsOn",
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(language)
                        .format(end),
                "link",
                links.tenant(tenant.slug(), "/billing"));
        members.page(Role.OWNER, new PageRequest(MOST, null, null)).items().stream()
                .filter(owner -> EmailAddress.isValid(owner.email()))
                .forEach(owner -> email.to(owner.email(), language, EmailKey.TRIAL_ENDING, variables));
    }
}
