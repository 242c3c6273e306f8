package io.tenantry.tenant.invitation.internal;

import io.tenantry.platform.caller.Caller;
import io.tenantry.platform.persistence.Flush;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.text.Text;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.activity.ActivityLog;
import io.tenantry.tenant.invitation.Invitation;
import io.tenantry.tenant.invitation.OpenInvitation;
import io.tenantry.tenant.member.Account;
import io.tenantry.tenant.member.Accounts;
import io.tenantry.tenant.member.AddMember;
import io.tenantry.tenant.member.Membership;
import io.tenantry.tenant.registry.Tenant;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;

/** Uses an invitation up, in the tenant it leads to: whoever comes second finds it gone. */
@Stateless
public class TakeInvitation {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    Accounts accounts;

    @Inject
    AddMember addMember;

    @Inject
    ActivityLog activity;

    @Inject
    BusinessClock clock;

    /** @throws ProblemException {@code not-found} */
    public OpenInvitation look(InvitationText text) {
        Invitation invitation = open(text, LockModeType.NONE);
        return new OpenInvitation(
                tenant().name(), accounts.byEmail(invitation.email()).isEmpty());
    }

    /**
     * @param caller the account that is signed in
     * @param passwordHash of a new account, if one is to be made
     * @throws ProblemException {@code not-found}, {@code tenant-suspended}, {@code unauthenticated}, {@code forbidden},
     *     {@code conflict} for a member, {@code limit-exceeded}
     */
    public Membership take(InvitationText text, Optional<UUID> caller, String displayName, String passwordHash) {
        Invitation invitation = open(text, LockModeType.PESSIMISTIC_WRITE);
        Tenant tenant = tenant();
        tenant.requireOpen();
        Account account = account(invitation, caller, displayName, passwordHash);
        Caller.identify(Caller.Kind.USER, account.id(), account.email());
        entityManager.remove(invitation);
        addMember.add(account, invitation.role());
        Text member = Text.of("tenant.invitation-member");
        Flush.now(entityManager, member, member);
        activity.happened("invitation.accepted", "invitation", invitation.id());
        return new Membership(tenant.id(), tenant.slug(), tenant.name(), invitation.role(), tenant.status());
    }

    private Account account(Invitation invitation, Optional<UUID> caller, String displayName, String passwordHash) {
        Optional<Account> invited = accounts.byEmail(invitation.email());
        if (caller.isPresent()
                && invited.map(Account::id).filter(caller.get()::equals).isEmpty()) {
            throw ProblemException.of(ProblemType.FORBIDDEN, Text.of("tenant.invitation-of-another"));
        }
        if (caller.isEmpty() && (invited.isPresent() || passwordHash == null)) {
            throw ProblemException.of(ProblemType.UNAUTHENTICATED, Text.of("tenant.invitation-sign-in"));
        }
        return invited.orElseGet(() -> accounts.create(invitation.email(), displayName, passwordHash, false));
    }

    private Invitation open(InvitationText text, LockModeType lock) {
        return Optional.ofNullable(entityManager.find(Invitation.class, text.id(), lock))
                .filter(invitation -> invitation.isOpenedBy(text, clock.wallClock()))
                .orElseThrow(ProblemException::notFound);
    }

    private Tenant tenant() {
        return entityManager.find(Tenant.class, TenantContext.required().value());
    }
}
