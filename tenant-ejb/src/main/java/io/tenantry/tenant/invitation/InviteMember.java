package io.tenantry.tenant.invitation;

import io.tenantry.platform.caller.Caller;
import io.tenantry.platform.id.Ids;
import io.tenantry.platform.persistence.Flush;
import io.tenantry.platform.persistence.Versions;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.text.Text;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.activity.ActivityLog;
import io.tenantry.tenant.email.EmailAddress;
import io.tenantry.tenant.invitation.internal.InvitationText;
import io.tenantry.tenant.member.Account;
import io.tenantry.tenant.member.MemberRole;
import io.tenantry.tenant.member.Role;
import io.tenantry.tenant.member.RoleMeanings;
import io.tenantry.tenant.member.RoleRules;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** Invites by e-mail, sends an invitation again or takes it back. What is offered is never more than one has. */
@Stateless
public class InviteMember {

    private static final int MOST = 200;

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    RoleMeanings meanings;

    @Inject
    SendInvitation send;

    @Inject
    ActivityLog activity;

    @Inject
    BusinessClock clock;

    /**
     * @param held what the caller may do
     * @throws ProblemException {@code validation}; {@code forbidden} for a role beyond the caller's own; {@code conflict}
     *     for who is a member or invited already, and when too many invitations are open
     */
    public InvitationView invite(InvitationValues values, String language, Set<String> held) {
        String email = EmailAddress.parse("/email", values.email()).value();
        MemberRole role = MemberRole.find(values.role()).orElseThrow(InviteMember::noSuchRole);
        RoleRules.requireWithin(held, meanings.of(role).orElseThrow(InviteMember::noSuchRole));
        requireNew(email);
        InvitationText text = InvitationText.next(TenantContext.required(), Ids.next());
        Invitation invitation =
                new Invitation(text, email, role, language, Caller.current().name(), clock.wallClock());
        entityManager.persist(invitation);
        Text invited = Text.of("tenant.invitation-open");
        Flush.now(entityManager, invited, Text.of("tenant.role-gone"));
        send.send(invitation, text);
        activity.created("invitation", invitation.id(), invitation.snapshot());
        return invitation.view(clock.wallClock());
    }

    /** @throws ProblemException {@code not-found}, {@code precondition-failed}, {@code forbidden}, {@code conflict} */
    public InvitationView resend(UUID id, OptionalLong expected, Set<String> held) {
        Invitation invitation = load(id, expected, held);
        Instant now = clock.wallClock();
        InvitationText text = InvitationText.next(TenantContext.required(), id);
        invitation.resend(text, now);
        entityManager.flush();
        send.send(invitation, text);
        activity.happened("invitation.resent", "invitation", id);
        return invitation.view(now);
    }

    /** From now on its link does not work. @throws ProblemException as {@link #resend} */
    public void revoke(UUID id, OptionalLong expected, Set<String> held) {
        Invitation invitation = load(id, expected, held);
        entityManager.remove(invitation);
        activity.deleted("invitation", id, invitation.snapshot());
    }

    private Invitation load(UUID id, OptionalLong expected, Set<String> held) {
        Invitation invitation = Versions.load(entityManager, Invitation.class, id, expected);
        RoleRules.requireWithin(held, meanings.of(invitation.role()).orElseThrow());
        return invitation;
    }

    private void requireNew(String email) {
        boolean member = !entityManager
                .createQuery(
                        "select u.id from TenantUser u join Account a on a.id = u.accountId where a.emailKey = :key",
                        UUID.class)
                .setParameter("key", Account.keyOf(email))
                .getResultList()
                .isEmpty();
        if (member) {
            throw ProblemException.conflict("tenant.invitation-member");
        }
        long open = entityManager
                .createQuery("select count(i) from Invitation i", Long.class)
                .getSingleResult();
        if (open >= MOST) {
            throw ProblemException.conflict("tenant.invitation-too-many", MOST);
        }
    }

    private static ProblemException noSuchRole() {
        return ProblemException.invalid("/role", "validation.one-of", Role.codes());
    }
}
