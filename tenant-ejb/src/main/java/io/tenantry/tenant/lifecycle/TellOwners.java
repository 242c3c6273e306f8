package io.tenantry.tenant.lifecycle;

import io.tenantry.platform.page.PageRequest;
import io.tenantry.tenant.email.EmailAddress;
import io.tenantry.tenant.email.EmailKey;
import io.tenantry.tenant.email.EmailLinks;
import io.tenantry.tenant.email.OneLine;
import io.tenantry.tenant.email.SendEmail;
import io.tenantry.tenant.member.FindMembers;
import io.tenantry.tenant.member.Role;
import io.tenantry.tenant.registry.FindTenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;

/** Writes to a tenant's owners when it is suspended, in the transaction that does it. */
@ApplicationScoped
public class TellOwners {

    private static final int MOST = 200;

    @Inject
    FindTenants tenants;

    @Inject
    FindMembers members;

    @Inject
    EmailLinks links;

    @Inject
    SendEmail email;

    void suspended(@Observes TenantSuspended suspended) {
        Locale language =
                Locale.forLanguageTag(tenants.get(suspended.tenant().value()).locale());
        Map<String, String> variables = Map.of("reason", OneLine.of(suspended.reason()), "link", links.platform("/"));
        members.page(Role.OWNER, new PageRequest(MOST, null, null)).items().stream()
                // an address that cannot be written to must not keep the tenant open
                .filter(owner -> EmailAddress.isValid(owner.email()))
                .forEach(owner -> email.to(owner.email(), language, EmailKey.TENANT_SUSPENDED, variables));
    }
}
