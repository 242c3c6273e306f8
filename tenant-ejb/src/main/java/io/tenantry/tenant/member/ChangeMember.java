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
import java.util.function.UnaryOperator;

/** Gives a member another role. */
@Stateless
public class ChangeMember {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    ActivityLog activity;

    /**
     * @param expected the version to change, or empty for any
     * @throws ProblemException {@code not-found}, {@code precondition-failed}; {@code forbidden} if the member is, or
     *     would be, above the caller; {@code conflict} for the last owner
     */
    public MemberView change(UUID id, OptionalLong expected, UnaryOperator<Role> edit) {
        HeldMembers members = HeldMembers.hold(entityManager);
        TenantUser member = members.load(id, expected);
        Role role = edit.apply(member.role());
        Role caller = members.callerRole();
        RoleRules.requireWithin(caller, member.role());
        RoleRules.requireWithin(caller, role);
        if (role != member.role()) {
            members.requireOwnerBesides(member);
            Map<String, Object> before = members.snapshot(member);
            member.become(role);
            entityManager.flush();
            activity.changed("member.changed", "member", id, before, members.snapshot(member));
        }
        return MemberView.of(member, members.accountOf(member));
    }
}
