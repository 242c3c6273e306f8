package io.tenantry.tenant.onboarding;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.member.Accounts;
import io.tenantry.tenant.member.AddMember;
import io.tenantry.tenant.member.Role;
import io.tenantry.tenant.registry.CreateTenant;
import io.tenantry.tenant.registry.Slug;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Creates a tenant together with its owner: both or neither. */
@Stateless
public class OnboardTenant {

    @Inject
    CreateTenant createTenant;

    @Inject
    Accounts accounts;

    @Inject
    AddMember addMember;

    /** What is wanted. {@code plan} is the code of one on offer. */
    public record Wanted(Slug slug, String name, String plan, boolean trial, Owner owner) {}

    /** The first owner, a new account. */
    public record Owner(String email, String displayName, String passwordHash) {}

    /**
     * Creates the thread's tenant, with an id from {@link CreateTenant#newId}.
     *
     * @throws ProblemException {@code conflict} for a slug or an address that is taken
     */
    public TenantId onboard(Wanted wanted) {
        createTenant.create(wanted.slug(), wanted.name(), wanted.plan(), wanted.trial());
        Owner owner = wanted.owner();
        addMember.add(accounts.create(owner.email(), owner.displayName(), owner.passwordHash(), false), Role.OWNER);
        return TenantContext.required();
    }
}
