package io.tenantry.tenant.role;

import io.tenantry.platform.persistence.Flush;
import io.tenantry.platform.persistence.Versions;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.text.Text;
import io.tenantry.tenant.access.RolePermissions;
import io.tenantry.tenant.activity.ActivityLog;
import io.tenantry.tenant.member.MemberRole;
import io.tenantry.tenant.member.OwnRole;
import io.tenantry.tenant.member.Role;
import io.tenantry.tenant.member.RoleRules;
import io.tenantry.tenant.role.internal.Grants;
import io.tenantry.tenant.role.internal.sql.RoleStatements;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Changes or deletes one of the tenant's own roles. Members have what it then is from their next request. */
@Stateless
public class ChangeRole {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    RolePermissions rolePermissions;

    @Inject
    ActivityLog activity;

    /**
     * @param expected the version to change, or empty for any
     * @param held what the caller may do
     * @throws ProblemException {@code not-found}, {@code precondition-failed}, {@code validation}; {@code forbidden} if
     *     the role may, or could then, do what the caller may not; {@code conflict} for a built-in role and a name that
     *     is taken
     */
    public RoleView change(MemberRole which, OptionalLong expected, UnaryOperator<RoleValues> edit, Set<String> held) {
        TenantRole role = load(which, expected, held);
        RoleValues next =
                edit.apply(new RoleValues(role.name(), List.copyOf(rolePermissions.inForce(role.permissions()))));
        Map<String, Object> before = role.snapshot();
        role.become(
                RoleNames.free(next.name()), Grants.granted(next.permissions(), rolePermissions.of(Role.OWNER), held));
        if (!role.snapshot().equals(before)) {
            Text taken = Text.of("tenant.role-name-taken");
            Flush.now(entityManager, taken, taken);
            activity.changed("role.changed", "role", role.id(), before, role.snapshot());
        }
        return role.view();
    }

    /**
     * @throws ProblemException {@code not-found}, {@code precondition-failed}; {@code forbidden} for a role that may do
     *     what the caller may not; {@code conflict} for a built-in role and while somebody has or is offered it
     */
    public void delete(MemberRole which, OptionalLong expected, Set<String> held) {
        TenantRole role = load(which, expected, held);
        entityManager.remove(role);
        Text inUse = Text.of("tenant.role-in-use");
        Flush.now(entityManager, inUse, inUse);
        activity.deleted("role", role.id(), role.snapshot());
    }

    private TenantRole load(MemberRole which, OptionalLong expected, Set<String> held) {
        if (!(which instanceof OwnRole own)) {
            throw ProblemException.conflict("tenant.role-built-in");
        }
        RoleStatements.lock(entityManager);
        TenantRole role = entityManager.find(TenantRole.class, own.id());
        if (role == null) {
            throw ProblemException.notFound();
        }
        Versions.require(expected, role.version());
        RoleRules.requireWithin(held, rolePermissions.inForce(role.permissions()));
        return role;
    }
}
