package io.tenantry.tenant.overview.internal.sql;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Counts over the registry of tenants, accounts and sessions, each from an index. */
public final class OverviewRows {

    private static final String BY_STATUS = "select status, count(*) from tenant group by status";

    /** Plans made for one tenant are out of sight here. */
    private static final String BY_PLAN = """
            select coalesce(p.code, 'custom'), sum(t.tenants)::bigint
            from (select plan_id, count(*) as tenants from tenant group by plan_id) t
            left join tenant_plan p on p.id = t.plan_id
            group by 1
            """;

    private static final String BY_DAY = """
            select to_char(created_at at time zone 'UTC', 'YYYY-MM-DD'), count(*)
            from tenant where created_at >= ?1 group by 1
            """;

    private static final String TRIALS =
            "select count(*) from tenant where status = 'trial' and trial_ends_at >= ?1 and trial_ends_at < ?2";

    private static final String SESSIONS =
            "select count(*) from account_session where ended_at is null and expires_at > ?1";

    private OverviewRows() {}

    public static Map<String, Long> tenantsByStatus(EntityManager entityManager) {
        return counts(entityManager.createNativeQuery(BY_STATUS), Function.identity());
    }

    public static Map<String, Long> tenantsByPlan(EntityManager entityManager) {
        return counts(entityManager.createNativeQuery(BY_PLAN), Function.identity());
    }

    public static Map<LocalDate, Long> createdByDay(EntityManager entityManager, LocalDate from) {
        return counts(
                entityManager
                        .createNativeQuery(BY_DAY)
                        .setParameter(1, Timestamp.from(from.atStartOfDay().toInstant(ZoneOffset.UTC))),
                LocalDate::parse);
    }

    public static long trialsEnding(EntityManager entityManager, Instant from, Instant to) {
        return count(entityManager
                .createNativeQuery(TRIALS)
                .setParameter(1, Timestamp.from(from))
                .setParameter(2, Timestamp.from(to)));
    }

    public static long accounts(EntityManager entityManager) {
        return count(entityManager.createNativeQuery("select count(*) from account"));
    }

    public static long liveSessions(EntityManager entityManager, Instant now) {
        return count(entityManager.createNativeQuery(SESSIONS).setParameter(1, Timestamp.from(now)));
    }

    private static long count(Query query) {
        return ((Number) query.getSingleResult()).longValue();
    }

    private static <K> Map<K, Long> counts(Query query, Function<String, K> key) {
        Map<K, Long> counts = new TreeMap<>();
        for (Object row : (List<?>) query.getResultList()) {
            Object[] columns = (Object[]) row;
            counts.put(key.apply((String) columns[0]), ((Number) columns[1]).longValue());
        }
        return counts;
    }
}
