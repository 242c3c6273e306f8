package io.tenantry.tenant.attachment.internal.sql;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads and writes parts of files. As entities, each would be copied once more. */
public final class ChunkRows {

    private static final String WRITE =
            "insert into attachment_chunk (tenant_id, attachment_id, n, data) values (app.tenant(), ?1, ?2, ?3)";
    private static final String READ =
            "select data from attachment_chunk where tenant_id = app.tenant() and attachment_id = ?1 and n = ?2";
    private static final String DELETE =
            "delete from attachment_chunk where tenant_id = app.tenant() and attachment_id = ?1";

    private ChunkRows() {}

    public static void write(EntityManager entityManager, UUID attachment, int n, byte[] data) {
        entityManager
                .createNativeQuery(WRITE)
                .setParameter(1, attachment)
                .setParameter(2, n)
                .setParameter(3, data)
                .executeUpdate();
    }

    public static Optional<byte[]> read(EntityManager entityManager, UUID attachment, int n) {
        List<?> rows = entityManager
                .createNativeQuery(READ)
                .setParameter(1, attachment)
                .setParameter(2, n)
                .getResultList();
        return rows.stream().findFirst().map(byte[].class::cast);
    }

    public static void delete(EntityManager entityManager, UUID attachment) {
        entityManager.createNativeQuery(DELETE).setParameter(1, attachment).executeUpdate();
    }
}
