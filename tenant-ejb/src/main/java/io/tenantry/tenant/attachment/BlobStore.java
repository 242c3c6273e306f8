package io.tenantry.tenant.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

/**
 * Where the bytes of files are. All methods work for the thread's tenant and outside of transactions; none holds a whole
 * file in memory.
 */
public interface BlobStore {

    /** As in {@code tenantry.storage}, and in the row of each file. */
    String name();

    /** What is to be stored; it can be read more than once. */
    @FunctionalInterface
    interface Content {
        InputStream open() throws IOException;
    }

    /** @param length of {@code content} */
    void put(UUID id, Content content, long length) throws IOException;

    InputStream open(UUID id) throws IOException;

    /** What is not there is deleted, too. */
    void delete(UUID id) throws IOException;
}
