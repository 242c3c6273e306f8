package io.tenantry.tenant.attachment.internal;

import io.tenantry.tenant.attachment.internal.sql.ChunkRows;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;

/** The chunks of files of the thread's tenant, each call one transaction. */
@Stateless
public class Chunks {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    public void write(UUID attachment, int n, byte[] data) {
        ChunkRows.write(entityManager, attachment, n, data);
    }

    /** Empty after the last. */
    public Optional<byte[]> read(UUID attachment, int n) {
        return ChunkRows.read(entityManager, attachment, n);
    }

    public void delete(UUID attachment) {
        ChunkRows.delete(entityManager, attachment);
    }
}
