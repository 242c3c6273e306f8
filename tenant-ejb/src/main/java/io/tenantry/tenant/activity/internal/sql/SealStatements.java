package io.tenantry.tenant.activity.internal.sql;

import io.tenantry.tenant.activity.internal.ChainHead;
import io.tenantry.tenant.activity.internal.Seal;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The chain of the thread's tenant. */
public final class SealStatements {

    private static final String SELECT = """
            select number, previous, listing, last_position, previous_through, through, sealed_at, hash
            from tenant_activity_seal
            where tenant_id = app.tenant()
            """;

    private static final String APPEND = """
            insert into tenant_activity_seal (
                tenant_id, number, previous, listing, last_position, previous_through, through, sealed_at, hash)
            values (app.tenant(), ?1, ?2, ?3, ?4, cast(?5 as timestamptz), ?6, ?7, ?8)
            """;

    private static final String BEGIN = """
            insert into tenant_activity_head (tenant_id, number, last_position, mac)
            values (app.tenant(), 0, -1, ?1)
            on conflict do nothing
            """;

    private static final String MOVE = """
            update tenant_activity_head set number = ?1, last_position = ?2, mac = ?3 where tenant_id = app.tenant()
            """;

    private static final String HEAD = "select number, mac from tenant_activity_head where tenant_id = app.tenant()";

    private SealStatements() {}

    /** Lets one transaction after the other go on with the chain. */
    public static ChainHead lockedHead(EntityManager entityManager, ChainHead first) {
        entityManager.createNativeQuery(BEGIN).setParameter(1, first.mac()).executeUpdate();
        return head(entityManager, HEAD + " for update").orElseThrow();
    }

    public static Optional<ChainHead> head(EntityManager entityManager) {
        return head(entityManager, HEAD);
    }

    private static Optional<ChainHead> head(EntityManager entityManager, String sql) {
        List<?> rows = entityManager.createNativeQuery(sql).getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new ChainHead(((Number) row[0]).longValue(), (byte[]) row[1]))
                .findFirst();
    }

    /** The newest link, {@code null} if there is none. */
    public static Seal newest(EntityManager entityManager) {
        return first(entityManager
                .createNativeQuery(SELECT + " order by number desc limit 1")
                .getResultList());
    }

    /** The link with the next number that is there, {@code null} if there is none. */
    public static Seal after(EntityManager entityManager, long number) {
        return first(entityManager
                .createNativeQuery(SELECT + " and number > ?1 order by number limit 1")
                .setParameter(1, number)
                .getResultList());
    }

    public static void append(EntityManager entityManager, Seal seal, ChainHead head) {
        entityManager
                .createNativeQuery(APPEND)
                .setParameter(1, seal.number())
                .setParameter(2, seal.previous())
                .setParameter(3, seal.listing())
                .setParameter(4, seal.lastPosition())
                .setParameter(
                        5,
                        seal.previousThrough() == null
                                ? null
                                : seal.previousThrough().toString())
                .setParameter(6, Timestamp.from(seal.through()))
                .setParameter(7, Timestamp.from(seal.sealedAt()))
                .setParameter(8, seal.hash())
                .executeUpdate();
        entityManager
                .createNativeQuery(MOVE)
                .setParameter(1, head.number())
                .setParameter(2, seal.lastPosition())
                .setParameter(3, head.mac())
                .executeUpdate();
    }

    private static Seal first(List<?> rows) {
        return rows.stream().map(row -> seal((Object[]) row)).findFirst().orElse(null);
    }

    private static Seal seal(Object[] row) {
        return new Seal(
                ((Number) row[0]).longValue(),
                (byte[]) row[1],
                (byte[]) row[2],
                ((Number) row[3]).longValue(),
                instant(row[4]),
                instant(row[5]),
                instant(row[6]),
                (byte[]) row[7]);
    }

    private static Instant instant(Object value) {
        return value == null ? null : ((Timestamp) value).toInstant();
    }
}
