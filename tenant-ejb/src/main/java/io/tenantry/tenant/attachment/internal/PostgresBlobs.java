package io.tenantry.tenant.attachment.internal;

import io.tenantry.tenant.attachment.BlobStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

/** Files in the database, in chunks: each is written and read in a short transaction of its own. */
@ApplicationScoped
public class PostgresBlobs implements BlobStore {

    static final String NAME = "postgres";
    static final int CHUNK = 256 * 1024;

    @Inject
    Chunks chunks;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void put(UUID id, Content content, long length) throws IOException {
        int n = 0;
        try (InputStream bytes = content.open()) {
            for (byte[] chunk = bytes.readNBytes(CHUNK); chunk.length > 0; chunk = bytes.readNBytes(CHUNK)) {
                chunks.write(id, n++, chunk);
            }
        }
    }

    @Override
    public InputStream open(UUID id) {
        return new ChunkStream(n -> chunks.read(id, n));
    }

    @Override
    public void delete(UUID id) {
        chunks.delete(id);
    }
}
