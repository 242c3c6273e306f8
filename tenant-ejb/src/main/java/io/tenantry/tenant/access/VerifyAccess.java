package io.tenantry.tenant.access;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.access.internal.sql.AccessRows;
import io.tenantry.tenant.member.MemberRole;
import io.tenantry.tenant.member.Role;
import io.tenantry.tenant.registry.TenantStatus;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Decides on each request anew whether a session is alive and its account may work in a tenant, so that ending a
 * session, removing a member or suspending a tenant takes effect at once.
 */
@Stateless
public class VerifyAccess {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    RolePermissions rolePermissions;

    @Inject
    BusinessClock clock;

    /**
     * @param session {@code null} where an outside identity provider has the session
     * @throws ProblemException {@code unauthenticated} if the session has ended
     */
    public Access withoutTenant(UUID session, UUID account) {
        AccessRows.Row row = row(session, account, null);
        return access(session, account, row, Optional.empty());
    }

    /**
     * The thread already works for {@code tenant}.
     *
     * @param session {@code null} where an outside identity provider has the session
     * @throws ProblemException {@code unauthenticated}; {@code tenant-mismatch} for a tenant that does not exist and
     *     for one of others alike; {@code tenant-suspended}
     */
    public Access in(TenantId tenant, UUID session, UUID account) {
        return in(tenant, session, account, TenantStatus::isOpen);
    }

    /** Likewise, but members may be in a tenant that is suspended too. */
    public Access inSuspendedToo(TenantId tenant, UUID session, UUID account) {
        return in(tenant, session, account, status -> status.isOpen() || status == TenantStatus.SUSPENDED);
    }

    private Access in(TenantId tenant, UUID session, UUID account, Predicate<TenantStatus> open) {
        AccessRows.Row row = row(session, account, tenant.value());
        boolean member = row.role() != null;
        if (row.slug() == null || !(member || row.platformAdmin())) {
            throw ProblemException.of(ProblemType.TENANT_MISMATCH);
        }
        TenantStatus status = TenantStatus.of(row.status());
        // whoever still wrote into a tenant whose rows are going would keep it from ending
        if (!open.test(status) && (!row.platformAdmin() || status == TenantStatus.PURGING)) {
            status.requireOpen(row.statusReason());
        }
        Optional<MemberRole> role = Optional.ofNullable(row.role()).map(MemberRole::of);
        boolean held = member && row.secondFactorMissing();
        SortedSet<String> permissions = held ? Collections.emptySortedSet() : permissions(role.orElse(Role.OWNER), row);
        Access.Place place = new Access.Place(tenant, row.slug(), row.name(), role, permissions, held);
        return access(session, account, row, Optional.of(place));
    }

    private SortedSet<String> permissions(MemberRole role, AccessRows.Row row) {
        return role instanceof Role builtIn
                ? rolePermissions.of(builtIn)
                : rolePermissions.inForce(row.ownRolePermissions());
    }

    private AccessRows.Row row(UUID session, UUID account, UUID tenant) {
        return AccessRows.find(entityManager, session, account, tenant, clock.wallClock())
                .orElseThrow(() -> ProblemException.of(ProblemType.UNAUTHENTICATED));
    }

    private static Access access(UUID session, UUID account, AccessRows.Row row, Optional<Access.Place> place) {
        return new Access(session, account, row.email(), row.displayName(), row.platformAdmin(), false, place);
    }
}
