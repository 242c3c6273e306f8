package io.tenantry.tenant.member.internal.sql;

import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.member.MemberRole;
import io.tenantry.tenant.member.Membership;
import io.tenantry.tenant.registry.TenantStatus;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** Reads {@code app.memberships}, the one function that looks across tenants. */
public final class MembershipRows {

    private MembershipRows() {}

    @SuppressWarnings("unchecked")
    public static List<Membership> of(EntityManager entityManager, UUID account) {
        List<Object[]> rows = entityManager
                .createNativeQuery("select tenant_id, slug, name, role, status from app.memberships(?1)")
                .setParameter(1, account)
                .getResultList();
        return rows.stream()
                .map(row -> new Membership(
                        new TenantId((UUID) row[0]),
                        (String) row[1],
                        (String) row[2],
                        MemberRole.of((String) row[3]),
                        TenantStatus.of((String) row[4])))
                .toList();
    }
}
