package io.tenantry.tenant.impersonation;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.access.Access;
import io.tenantry.tenant.impersonation.internal.sql.ImpersonationRows;
import io.tenantry.tenant.member.MemberRole;
import io.tenantry.tenant.member.Role;
import io.tenantry.tenant.member.RoleMeanings;
import io.tenantry.tenant.registry.TenantStatus;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Decides on each request anew whether an impersonation goes on and what it may do: what the member may, less what would
 * outlast it. Ending the session it came from, disabling the administrator or removing the member takes effect at once.
 */
@Stateless
public class VerifyImpersonation {

    /** Ownership, keys that would work on afterwards, and how members sign in. */
    private static final Set<String> WITHHELD = Set.of("owners:write", "apiKeys:write", "security:write");

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    @Inject
    RoleMeanings meanings;

    @Inject
    BusinessClock clock;

    /**
     * The access of a session in the thread's tenant. It is never that of an administrator.
     *
     * @throws ProblemException {@code unauthenticated}, {@code tenant-suspended}
     */
    public Access of(UUID session, UUID impersonation) {
        ImpersonationRows.Row row = ImpersonationRows.find(entityManager, session, impersonation, clock.wallClock())
                .orElseThrow(() -> ProblemException.of(ProblemType.UNAUTHENTICATED));
        MemberRole role = row.isOfMember() ? MemberRole.of(row.role()) : Role.OWNER;
        TenantStatus status = TenantStatus.of(row.status());
        if (row.isOfMember() || status == TenantStatus.PURGING) {
            status.requireOpen(row.statusReason());
        }
        Access.Place place = new Access.Place(
                TenantContext.required(), row.slug(), row.name(), Optional.of(role), permissions(role));
        return new Access(
                session,
                row.isOfMember() ? row.memberId() : row.administratorId(),
                row.isOfMember() ? row.memberEmail() : row.administratorEmail(),
                row.isOfMember() ? row.memberName() : row.administratorName(),
                false,
                false,
                Optional.of(place),
                Optional.of(new Access.Impersonation(
                        impersonation, row.administratorId(), row.administratorEmail(), row.reason(), row.until())));
    }

    private SortedSet<String> permissions(MemberRole role) {
        SortedSet<String> permissions = new TreeSet<>(meanings.of(role).orElseThrow());
        permissions.removeAll(WITHHELD);
        return permissions;
    }
}
