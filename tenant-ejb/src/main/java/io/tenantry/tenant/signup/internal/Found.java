package io.tenantry.tenant.signup.internal;

import io.tenantry.platform.caller.Caller;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.secret.Secrets;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.member.Account;
import io.tenantry.tenant.member.Accounts;
import io.tenantry.tenant.member.AddMember;
import io.tenantry.tenant.member.Membership;
import io.tenantry.tenant.member.Role;
import io.tenantry.tenant.registry.CreateTenant;
import io.tenantry.tenant.registry.Slug;
import io.tenantry.tenant.registry.Tenant;
import io.tenantry.tenant.signup.SignupRequest;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** Uses a sign-up up: tenant, owner and, if there is none, the account, all or nothing. Who comes second finds it gone. */
@Stateless
public class Found {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    CreateTenant createTenant;

    @Inject
    Accounts accounts;

    @Inject
    AddMember addMember;

    @Inject
    BusinessClock clock;

    /** @throws ProblemException {@code not-found} for a token that is no longer good */
    public String passwordHash(String token) {
        return good(token, LockModeType.NONE).passwordHash();
    }

    /** Makes the thread's tenant. */
    public Membership with(String token, Optional<Slug> slug) {
        SignupRequest request = good(token, LockModeType.PESSIMISTIC_WRITE);
        entityManager.remove(request);
        Account owner = owner(request);
        Caller.identify(Caller.Kind.USER, owner.id(), owner.email());
        createTenant.create(
                slug.orElseGet(() -> new Slug(request.slug())), request.organization(), request.plan(), true);
        addMember.add(owner, Role.OWNER);
        Tenant tenant =
                entityManager.find(Tenant.class, TenantContext.required().value());
        return new Membership(tenant.id(), tenant.slug(), tenant.name(), Role.OWNER, tenant.status());
    }

    private SignupRequest good(String token, LockModeType lock) {
        return Optional.ofNullable(entityManager.find(SignupRequest.class, Secrets.hash(token), lock))
                .filter(found -> found.isGood(clock.wallClock()))
                .orElseThrow(ProblemException::notFound);
    }

    /** Whose account it is already keeps its password: that of the sign-up may be a stranger's. */
    private Account owner(SignupRequest request) {
        Account account = accounts.byEmail(request.email())
                .orElseGet(
                        () -> accounts.create(request.email(), request.displayName(), request.passwordHash(), false));
        if (account.isDisabled()) {
            throw ProblemException.notFound();
        }
        return account;
    }
}
