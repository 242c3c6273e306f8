package io.tenantry.tenant.role;

import io.tenantry.tenant.access.RolePermissions;
import io.tenantry.tenant.member.MemberRole;
import io.tenantry.tenant.member.OwnRole;
import io.tenantry.tenant.member.Role;
import io.tenantry.tenant.member.RoleMeanings;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.SortedSet;

/** Looks up what the roles of the thread's tenant may do, for who decides about members. */
@Stateless
public class RoleStandings implements RoleMeanings {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    RolePermissions rolePermissions;

    @Override
    public Optional<SortedSet<String>> of(MemberRole role) {
        if (role instanceof OwnRole own) {
            return Optional.ofNullable(entityManager.find(TenantRole.class, own.id()))
                    .map(found -> rolePermissions.inForce(found.permissions()));
        }
        return Optional.of(rolePermissions.of((Role) role));
    }
}
