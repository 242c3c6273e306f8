package io.tenantry.tenant.activity.internal.sql;

import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.activity.internal.Dropped;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/** What is done for all tenants together. The thread works for none. */
public final class UpkeepStatements {

    private static final String CLAIM = """
            update activity_sealing set leased_until = ?2 where leased_until <= ?1 returning since
            """;

    private static final String FINISH = "update activity_sealing set since = ?1, leased_until = '-infinity'";

    private static final String DROPPED = """
            insert into activity_retention (until, mac) values (?1, ?2) on conflict do nothing
            """;

    private UpkeepStatements() {}

    /** Takes the pass over all tenants, unless another node is at it; how far the pass before came. */
    public static OptionalLong claim(EntityManager entityManager, Instant now, Instant until) {
        List<?> rows = entityManager
                .createNativeQuery(CLAIM)
                .setParameter(1, Timestamp.from(now))
                .setParameter(2, Timestamp.from(until))
                .getResultList();
        return rows.stream().mapToLong(since -> ((Number) since).longValue()).findFirst();
    }

    /** The pass is over and came up to {@code since}. */
    public static void finish(EntityManager entityManager, long since) {
        entityManager.createNativeQuery(FINISH).setParameter(1, since).executeUpdate();
    }

    @SuppressWarnings("unchecked")
    public static List<TenantId> withActivity(EntityManager entityManager, long since, long before) {
        List<UUID> tenants = entityManager
                .createNativeQuery("select t from app.tenants_with_activity(?1, ?2) as t")
                .setParameter(1, since)
                .setParameter(2, before)
                .getResultList();
        return tenants.stream().map(TenantId::new).toList();
    }

    /** Makes the partitions of the next months and drops those before the time; older entries are gone then. */
    public static void keep(EntityManager entityManager, Dropped dropped) {
        entityManager
                .createNativeQuery(DROPPED)
                .setParameter(1, Timestamp.from(dropped.until()))
                .setParameter(2, dropped.mac())
                .executeUpdate();
        entityManager
                .createNativeQuery("select app.keep_activity(?1)")
                .setParameter(1, Timestamp.from(dropped.until()))
                .getResultList();
    }

    /** Newest first. */
    public static List<Dropped> dropped(EntityManager entityManager) {
        List<?> rows = entityManager
                .createNativeQuery("select until, mac from activity_retention order by until desc")
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Dropped(((Timestamp) row[0]).toInstant(), (byte[]) row[1]))
                .toList();
    }
}
