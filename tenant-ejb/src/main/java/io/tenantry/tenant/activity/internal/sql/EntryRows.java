package io.tenantry.tenant.activity.internal.sql;

import io.tenantry.tenant.activity.internal.EntryKey;
import io.tenantry.tenant.activity.internal.EntryRow;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Reads the entries of the thread's tenant in the order of sealing. */
public final class EntryRows {

    private static final String SELECT = """
            select position, created_at, id,
                   actor_id, actor, actor_kind, acting_as, action, entity, entity_id, before, after, request_id, version
            from tenant_activity_log
            where tenant_id = app.tenant() and (position, created_at, id) > (?1, ?2, ?3)
            """;

    /** In the statement: a limit that is set on the query does not reach the planner. */
    private static final String ORDER = " order by position, created_at, id limit ";

    /** Whoever has this keeps partitions from being dropped until the transaction ends. */
    private static final String HOLD = "select 1 from tenant_activity_log where tenant_id = app.tenant() limit 1";

    private EntryRows() {}

    public static void hold(EntityManager entityManager) {
        entityManager.createNativeQuery(HOLD).getResultList();
    }

    public static long count(EntityManager entityManager) {
        return number(entityManager, "select count(*) from tenant_activity_log where tenant_id = app.tenant()");
    }

    /** Every transaction that wrote at a position below has ended: entries there stay as many as they are. */
    public static long horizon(EntityManager entityManager) {
        return number(entityManager, "select app.activity_horizon()");
    }

    /** The next entries, at positions below {@code horizon}, which is no condition to look rows up by. */
    public static List<EntryRow> next(EntityManager entityManager, EntryKey after, long horizon, int limit) {
        return rows(entityManager
                .createNativeQuery(SELECT + " and position + 0 < ?4" + ORDER + "?5")
                .setParameter(1, after.position())
                .setParameter(2, Timestamp.from(after.at()))
                .setParameter(3, after.id())
                .setParameter(4, horizon)
                .setParameter(5, limit)
                .getResultList());
    }

    /** The first entries beyond {@code after}, up to and with {@code last}. */
    public static List<EntryRow> between(EntityManager entityManager, EntryKey after, EntryKey last, int limit) {
        return rows(entityManager
                .createNativeQuery(SELECT + " and (position, created_at, id) <= (?4, ?5, ?6)" + ORDER + "?7")
                .setParameter(1, after.position())
                .setParameter(2, Timestamp.from(after.at()))
                .setParameter(3, after.id())
                .setParameter(4, last.position())
                .setParameter(5, Timestamp.from(last.at()))
                .setParameter(6, last.id())
                .setParameter(7, limit)
                .getResultList());
    }

    public static boolean exists(EntityManager entityManager, UUID id) {
        return !entityManager
                .createNativeQuery(
                        "select 1 from tenant_activity_log where tenant_id = app.tenant() and id = ?1 limit 1")
                .setParameter(1, id)
                .getResultList()
                .isEmpty();
    }

    private static long number(EntityManager entityManager, String sql) {
        return ((Number) entityManager.createNativeQuery(sql).getSingleResult()).longValue();
    }

    private static List<EntryRow> rows(List<?> rows) {
        return rows.stream().map(row -> row((Object[]) row)).toList();
    }

    private static EntryRow row(Object[] row) {
        EntryKey key = new EntryKey(((Number) row[0]).longValue(), ((Timestamp) row[1]).toInstant(), (UUID) row[2]);
        return new EntryRow(
                key,
                Arrays.stream(row, 3, row.length)
                        .map(value -> Objects.toString(value, null))
                        .toList());
    }
}
