package io.tenantry.tenant.webhook.internal;

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
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** Writes to the owners of the thread's tenant that an endpoint is sent no more. */
@ApplicationScoped
public class TellOfFailure {

    private static final int MOST = 200;

    @Inject
    FindTenants tenants;

    @Inject
    FindMembers members;

    @Inject
    EmailLinks links;

    @Inject
    SendEmail email;

    /** @param host of the endpoint: the rest of its address may be a secret */
    void owners(String host, Duration forLong) {
        TenantView tenant = tenants.get(TenantContext.required().value());
        Map<String, String> variables = Map.of(
                "host", host,
                "days", String.valueOf(forLong.toDays()),
                "link", links.tenant(tenant.slug(), "/"));
        members.page(Role.OWNER, new PageRequest(MOST, null, null)).items().stream()
                // an address that cannot be written to must not keep the endpoint going
                .filter(owner -> EmailAddress.isValid(owner.email()))
                .forEach(owner -> email.to(
                        owner.email(), Locale.forLanguageTag(tenant.locale()), EmailKey.WEBHOOK_FAILED, variables));
    }
}
