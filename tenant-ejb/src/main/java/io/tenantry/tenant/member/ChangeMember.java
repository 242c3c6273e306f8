package io.tenantry.tenant.member;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.tenant.activity.ActivityLog;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Gives a member another role. */
@Stateless
public class ChangeMember {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    RoleMeanings meanings;

    @Inject
    ActivityLog activity;

    /**
     * @param expected the version to change, or empty for any
     * @param verified the permissions with which the request was let in
     * @throws ProblemException {@code not-found}, {@code precondition-failed}; {@code validation} for a role there is
     *     not; {@code forbidden} if the member may, or could then, do what the caller may not; {@code conflict} for the
     *     last owner
     */
    public MemberView change(UUID id, OptionalLong expected, UnaryOperator<MemberRole> edit, Set<String> verified) {
        HeldMembers members = HeldMembers.hold(entityManager, meanings);
        TenantUser member = members.load(id, expected);
        MemberRole role = edit.apply(member.role());
        Set<String> held = members.callerPermissions(verified);
        RoleRules.requireWithin(held, members.permissions(member));
        RoleRules.requireWithin(held, members.permissions(role));
        if (!role.equals(member.role())) {
            members.requireOwnerBesides(member);
            Map<String, Object> before = members.snapshot(member);
            member.become(role);
            entityManager.flush();
            activity.changed("member.changed", "member", id, before, members.snapshot(member));
        }
        return MemberView.of(member, members.accountOf(member));
    }
}
