package io.tenantry.tenant.member;

import io.tenantry.platform.metering.Limits;
import io.tenantry.platform.persistence.Flush;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.text.Text;
import io.tenantry.tenant.activity.ActivityLog;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/**
 * Ends a membership of the thread's tenant and gives its place in the plan back. The account and its other memberships
 * stay.
 */
@Stateless
public class RemoveMember {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    Limits limits;

    @Inject
    RoleMeanings meanings;

    @Inject
    ActivityLog activity;

    /**
     * @param expected the version to remove, or empty for any
     * @param verified the permissions with which the request was let in
     * @throws ProblemException {@code not-found}, {@code precondition-failed}; {@code forbidden} for a member who may do
     *     what the caller may not; {@code conflict} for the last owner
     */
    public void remove(UUID id, OptionalLong expected, Set<String> verified) {
        HeldMembers members = HeldMembers.hold(entityManager, meanings);
        TenantUser member = members.load(id, expected);
        RoleRules.requireWithin(members.callerPermissions(verified), members.permissions(member));
        end(members, member, "member.deleted");
    }

    /**
     * Removes the caller.
     *
     * @throws ProblemException {@code conflict} for the last owner, and for a caller who is no member
     */
    public void leave() {
        HeldMembers members = HeldMembers.hold(entityManager, meanings);
        end(members, members.caller(), "member.left");
    }

    private void end(HeldMembers members, TenantUser member, String action) {
        members.requireOwnerBesides(member);
        Map<String, Object> before = members.snapshot(member);
        entityManager.remove(member);
        Text referenced = Text.of("tenant.member-referenced");
        Flush.now(entityManager, referenced, referenced);
        limits.release("users", 1);
        activity.changed(action, "member", member.id(), before, null);
    }
}
