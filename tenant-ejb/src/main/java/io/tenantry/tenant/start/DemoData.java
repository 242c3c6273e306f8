package io.tenantry.tenant.start;

import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.member.Account;
import io.tenantry.tenant.member.Accounts;
import io.tenantry.tenant.member.AddMember;
import io.tenantry.tenant.member.Role;
import io.tenantry.tenant.plan.ChangeOverrides;
import io.tenantry.tenant.plan.OverrideValues;
import io.tenantry.tenant.registry.CreateTenant;
import io.tenantry.tenant.registry.FindTenants;
import io.tenantry.tenant.registry.Slug;
import io.tenantry.tenant.signin.PasswordHashes;
import io.tenantry.tenant.signin.SetUpPlatform;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.OptionalLong;

/** The organizations and accounts of {@code run --demo}. A tenant that exists is left as it is. */
@Stateless
public class DemoData {

    static final String PASSWORD = "tenantry-demo";

    private static final Duration TRIED = Duration.ofDays(90);

    /** Six billing periods and some days. */
    private static final Duration CUSTOMER_FOR = Duration.ofDays(194);

    @Inject
    FindTenants tenants;

    @Inject
    CreateTenant createTenant;

    @Inject
    Accounts accounts;

    @Inject
    AddMember addMember;

    @Inject
    ChangeOverrides overrides;

    @Inject
    PasswordHashes passwordHashes;

    @Inject
    SetUpPlatform setUpPlatform;

    @Inject
    BusinessClock clock;

    @Inject
    Event<DemoTenantCreated> created;

    /** A tenant of the demonstration. */
    public record Organization(String slug, String name, String plan, boolean trial, int size) {

        /** A member: account and role. */
        public record Member(String email, String name, Role role) {}
    }

    public void administrator() {
        setUpPlatform.administrator("admin@tenantry.test", "Platform administrator", PASSWORD);
    }

    public boolean isMissing(Organization organization) {
        return tenants.named(organization.slug()).isEmpty();
    }

    /** Creates the thread's tenant with its members and rows, all or nothing. */
    public void create(Organization organization, Iterable<Organization.Member> members) {
        TenantId tenant = TenantContext.required();
        createTenant.create(
                new Slug(organization.slug()),
                organization.name(),
                organization.plan(),
                organization.trial(),
                organization.trial() ? clock.now() : clock.now().minus(CUSTOMER_FOR));
        for (Organization.Member member : members) {
            addMember.add(account(member), member.role());
        }
        if (organization.plan().equals("starter")) {
            overrides.put(
                    "export",
                    OptionalLong.empty(),
                    OverrideValues.ofFeature(
                            true,
                            "Tries the export before changing plans",
                            clock.now().plus(TRIED)));
        }
        created.fire(new DemoTenantCreated(tenant, organization.slug(), organization.size(), clock.now()));
    }

    private Account account(Organization.Member member) {
        return accounts.byEmail(member.email())
                .orElseGet(() -> accounts.create(member.email(), member.name(), passwordHashes.hash(PASSWORD), false));
    }
}
