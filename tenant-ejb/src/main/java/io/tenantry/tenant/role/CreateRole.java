package io.tenantry.tenant.role;

import io.tenantry.platform.persistence.Flush;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.text.Text;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.access.RolePermissions;
import io.tenantry.tenant.activity.ActivityLog;
import io.tenantry.tenant.member.Role;
import io.tenantry.tenant.role.internal.Grants;
import io.tenantry.tenant.role.internal.sql.RoleStatements;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Set;

/** Makes a role that may do no more than its maker. */
@Stateless
public class CreateRole {

    static final int MOST = 50;

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    RolePermissions rolePermissions;

    @Inject
    ActivityLog activity;

    @Inject
    BusinessClock clock;

    /**
     * @param held what the maker may do
     * @throws ProblemException {@code validation}; {@code forbidden} for a permission the maker does not have;
     *     {@code conflict} for a name that is taken, and when there are too many roles
     */
    public RoleView create(RoleValues values, Set<String> held) {
        TenantRole role = new TenantRole(
                RoleNames.free(values.name()),
                Grants.granted(values.permissions(), rolePermissions.of(Role.OWNER), held),
                clock.now());
        RoleStatements.lock(entityManager);
        if (count() >= MOST) {
            throw ProblemException.conflict("tenant.role-too-many", MOST);
        }
        entityManager.persist(role);
        Text taken = Text.of("tenant.role-name-taken");
        Flush.now(entityManager, taken, taken);
        activity.created("role", role.id(), role.snapshot());
        return role.view();
    }

    private long count() {
        return entityManager
                .createQuery("select count(r) from TenantRole r", Long.class)
                .getSingleResult();
    }
}
