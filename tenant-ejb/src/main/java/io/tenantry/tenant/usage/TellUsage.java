package io.tenantry.tenant.usage;

import io.tenantry.platform.page.PageRequest;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.activity.ActivityLog;
import io.tenantry.tenant.email.EmailAddress;
import io.tenantry.tenant.email.EmailKey;
import io.tenantry.tenant.email.EmailLinks;
import io.tenantry.tenant.email.SendEmail;
import io.tenantry.tenant.member.FindMembers;
import io.tenantry.tenant.member.Role;
import io.tenantry.tenant.registry.FindTenants;
import io.tenantry.tenant.registry.TenantView;
import io.tenantry.tenant.usage.internal.sql.Crossed;
import io.tenantry.tenant.usage.internal.sql.WarningStatements;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;

/** Tells the owners of the thread's tenant, and whoever listens, that a threshold was reached. */
@Stateless
public class TellUsage {

    private static final int MOST = 200;

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    FindTenants tenants;

    @Inject
    FindMembers members;

    @Inject
    EmailLinks links;

    @Inject
    SendEmail email;

    @Inject
    ActivityLog activity;

    @Inject
    Event<UsageWarned> warned;

    @Inject
    BusinessClock clock;

    /** Tells what was noted without a transaction of the tenant: of each resource the highest threshold. */
    public void untold() {
        WarningStatements.tellUntold(entityManager, clock.now()).forEach(this::crossed);
    }

    public void crossed(Crossed crossed) {
        TenantView tenant = tenants.get(TenantContext.required().value());
        Map<String, String> variables = Map.of(
                "resource", crossed.resource(),
                "percent", String.valueOf(crossed.threshold()),
                "used", crossed.used().stripTrailingZeros().toPlainString(),
                "limit", String.valueOf(crossed.included()),
                "link", links.tenant(tenant.slug(), "/"));
        members.page(Role.OWNER, new PageRequest(MOST, null, null)).items().stream()
                // an address that cannot be written to must not keep the tenant from working
                .filter(owner -> EmailAddress.isValid(owner.email()))
                .forEach(owner -> email.to(
                        owner.email(), Locale.forLanguageTag(tenant.locale()), EmailKey.LIMIT_WARNING, variables));
        activity.changed("usage.thresholdReached", "tenant", tenant.id(), null, values(crossed));
        warned.fire(new UsageWarned(
                TenantContext.required(), crossed.resource(), crossed.threshold(), crossed.used(), crossed.included()));
    }

    private static Map<String, Object> values(Crossed crossed) {
        return Map.of(
                "resource",
                crossed.resource(),
                "percent",
                crossed.threshold(),
                "used",
                new BigDecimal(crossed.used().stripTrailingZeros().toPlainString()),
                "included",
                crossed.included());
    }
}
