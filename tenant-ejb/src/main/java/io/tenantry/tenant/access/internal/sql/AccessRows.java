package io.tenantry.tenant.access.internal.sql;

import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Session, account, tenant and membership in one round trip: this is asked on every request. */
public final class AccessRows {

    private static final String SELECT = """
            select a.email, a.display_name, a.platform_admin, t.slug, t.name, t.status, t.status_reason, u.role,
                r.permissions, coalesce(p.require_second_factor, false) and f.account_id is null
            from account a
            left join account_session s on s.id = ?1 and s.account_id = a.id
            left join tenant t on t.id = ?3
            left join tenant_user u on u.tenant_id = t.id and u.account_id = a.id
            left join tenant_role r on r.tenant_id = u.tenant_id and r.id = u.own_role_id
            left join tenant_sign_in_rule p on p.tenant_id = t.id
            left join account_totp f on f.account_id = a.id and f.enabled_at is not null
            where a.id = ?2 and a.disabled_at is null
                and (?5 or s.impersonation_id is null and s.ended_at is null and s.expires_at > ?4)
            """;

    private AccessRows() {}

    /**
     * @param session {@code null} where an outside identity provider has the session
     * @param tenant {@code null} for none; otherwise the thread works for it
     */
    public static Optional<Row> find(
            EntityManager entityManager, UUID session, UUID account, UUID tenant, Instant now) {
        List<?> rows = entityManager
                .createNativeQuery(SELECT)
                .setParameter(1, session == null ? new UUID(0, 0) : session)
                .setParameter(2, account)
                .setParameter(3, tenant == null ? new UUID(0, 0) : tenant)
                .setParameter(4, Timestamp.from(now))
                .setParameter(5, session == null)
                .getResultList();
        return rows.stream().map(row -> row((Object[]) row)).findFirst();
    }

    private static Row row(Object[] row) {
        return new Row(
                (String) row[0],
                (String) row[1],
                (Boolean) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5],
                (String) row[6],
                (String) row[7],
                (String) row[8],
                (Boolean) row[9]);
    }

    /**
     * From the slug on {@code null} where there is no such tenant.
     *
     * @param role {@code null} without a membership
     * @param ownRolePermissions separated by blanks, {@code null} unless the role is the tenant's own
     * @param secondFactorMissing whether the tenant asks for one that the account does not have
     */
    public record Row(
            String email,
            String displayName,
            boolean platformAdmin,
            String slug,
            String name,
            String status,
            String statusReason,
            String role,
            String ownRolePermissions,
            boolean secondFactorMissing) {}
}
