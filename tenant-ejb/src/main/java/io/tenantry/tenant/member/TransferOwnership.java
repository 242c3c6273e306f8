package io.tenantry.tenant.member;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.tenant.activity.ActivityLog;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;

/** Makes another member owner in the caller's place, who becomes admin: both or neither. */
@Stateless
public class TransferOwnership {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    RoleMeanings meanings;

    @Inject
    ActivityLog activity;

    /**
     * @param expected the version of the other member, or empty for any
     * @throws ProblemException {@code not-found}, {@code precondition-failed}; {@code forbidden} for a caller who is no
     *     owner; {@code conflict} for the caller's own membership, and for a caller who is no member
     */
    public MemberView to(UUID id, OptionalLong expected) {
        HeldMembers members = HeldMembers.hold(entityManager, meanings);
        TenantUser next = members.load(id, expected);
        TenantUser caller = members.caller();
        RoleRules.requireWithin(members.permissions(caller), members.permissions(Role.OWNER));
        if (next.id().equals(caller.id())) {
            throw ProblemException.conflict("tenant.transfer-to-self");
        }
        become(members, next, Role.OWNER);
        become(members, caller, Role.ADMIN);
        return MemberView.of(next, members.accountOf(next));
    }

    private void become(HeldMembers members, TenantUser member, Role role) {
        Map<String, Object> before = members.snapshot(member);
        member.become(role);
        entityManager.flush();
        activity.changed("member.ownershipTransferred", "member", member.id(), before, members.snapshot(member));
    }
}
