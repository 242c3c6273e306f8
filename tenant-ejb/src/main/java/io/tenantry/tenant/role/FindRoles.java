package io.tenantry.tenant.role;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.tenant.access.RolePermissions;
import io.tenantry.tenant.member.MemberRole;
import io.tenantry.tenant.member.OwnRole;
import io.tenantry.tenant.member.Role;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the roles there are in the tenant. */
@Stateless
public class FindRoles {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    RolePermissions rolePermissions;

    /** The built-in ones, then the tenant's own by name. */
    public List<RoleView> all() {
        Stream<RoleView> own = entityManager
                .createQuery("select r from TenantRole r order by r.nameKey", TenantRole.class)
                .getResultStream()
                .map(TenantRole::view);
        return Stream.concat(Stream.of(Role.values()).map(this::view), own).toList();
    }

    /** @throws ProblemException {@code not-found} */
    public RoleView get(MemberRole role) {
        return find(role).orElseThrow(ProblemException::notFound);
    }

    /** What a role is called. */
    public Optional<String> name(MemberRole role) {
        return find(role).map(RoleView::name);
    }

    private Optional<RoleView> find(MemberRole role) {
        if (role instanceof OwnRole own) {
            return Optional.ofNullable(entityManager.find(TenantRole.class, own.id()))
                    .map(TenantRole::view);
        }
        return Optional.of(view((Role) role));
    }

    private RoleView view(Role role) {
        return RoleView.of(role, rolePermissions.of(role));
    }
}
