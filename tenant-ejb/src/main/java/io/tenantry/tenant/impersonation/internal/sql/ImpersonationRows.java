package io.tenantry.tenant.impersonation.internal.sql;

import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What impersonations are asked about in the thread's tenant, in one round trip: this is asked on every request. */
public final class ImpersonationRows {

    private static final String SELECT = """
            select a.id, a.email, a.display_name, m.id, m.email, m.display_name, u.role, i.reason, s.expires_at,
                   t.slug, t.name, t.status, t.status_reason
            from account_session s
            join account_session p on p.id = s.parent_id and p.ended_at is null and p.expires_at > ?3
            join account a on a.id = s.account_id and a.platform_admin and a.disabled_at is null
            join tenant_impersonation i on i.tenant_id = app.tenant() and i.id = s.impersonation_id
            join tenant t on t.id = i.tenant_id
            left join account m on m.id = i.member_account and m.disabled_at is null
            left join tenant_user u on u.tenant_id = i.tenant_id and u.account_id = m.id
            where s.id = ?1 and i.id = ?2 and s.ended_at is null and s.expires_at > ?3
              and (i.member_account is null or u.account_id is not null)
            """;

    private static final String EMAIL = """
            select a.email
            from tenant_user u
            join account a on a.id = u.account_id and a.disabled_at is null
            where u.tenant_id = app.tenant() and u.account_id = ?1
            """;

    private ImpersonationRows() {}

    public static Optional<Row> find(EntityManager entityManager, UUID session, UUID impersonation, Instant now) {
        List<?> rows = entityManager
                .createNativeQuery(SELECT)
                .setParameter(1, session)
                .setParameter(2, impersonation)
                .setParameter(3, Timestamp.from(now))
                .getResultList();
        return rows.stream().map(row -> row((Object[]) row)).findFirst();
    }

    public static Optional<String> emailOfMember(EntityManager entityManager, UUID account) {
        List<?> rows =
                entityManager.createNativeQuery(EMAIL).setParameter(1, account).getResultList();
        return rows.stream().map(String.class::cast).findFirst();
    }

    private static Row row(Object[] row) {
        return new Row(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                (UUID) row[3],
                (String) row[4],
                (String) row[5],
                (String) row[6],
                (String) row[7],
                ((Timestamp) row[8]).toInstant(),
                (String) row[9],
                (String) row[10],
                (String) row[11],
                (String) row[12]);
    }

    /** The member's are {@code null} where it is the role of an owner. */
    public record Row(
            UUID administratorId,
            String administratorEmail,
            String administratorName,
            UUID memberId,
            String memberEmail,
            String memberName,
            String role,
            String reason,
            Instant until,
            String slug,
            String name,
            String status,
            String statusReason) {

        public boolean isOfMember() {
            return memberId != null;
        }
    }
}
