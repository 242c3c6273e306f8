package io.tenantry.tenant.attachment.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.platform.id.Ids;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files go in and come out chunk by chunk: what is in memory at a time does not grow with them. */
class PostgresBlobsTest {

    private final List<byte[]> held = new ArrayList<>();
    private final PostgresBlobs blobs = new PostgresBlobs();
    private long readSoFar;

    PostgresBlobsTest() {
        blobs.chunks = new Chunks() {
            @Override
            public void write(UUID attachment, int n, byte[] data) {
                assertThat(n).isEqualTo(held.size());
                assertThat(data.length).isBetween(1, PostgresBlobs.CHUNK);
                held.add(data);
                assertThat(readSoFar)
                        .isLessThanOrEqualTo(
                                held.stream().mapToLong(chunk -> chunk.length).sum());
            }

            @Override
            public Optional<byte[]> read(UUID attachment, int n) {
                return n < held.size() ? Optional.of(held.get(n)) : Optional.empty();
            }
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 256 * 1024 - 1, 256 * 1024, 256 * 1024 + 1, 3 * 1024 * 1024 + 17})
    void anySizeComesBackTheSame(int size) throws IOException {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);

        blobs.put(Ids.next(), () -> counting(content), size);

        assertThat(held).hasSize((size + PostgresBlobs.CHUNK - 1) / PostgresBlobs.CHUNK);
        try (InputStream stored = blobs.open(Ids.next())) {
            assertThat(stored.readAllBytes()).isEqualTo(content);
            assertThat(stored.read()).isEqualTo(-1);
        }
    }

    @Test
    void aChunkIsReadWhenItIsItsTurn() throws IOException {
        held.add(new byte[] {1, (byte) 200});
        InputStream stored = blobs.open(Ids.next());
        assertThat(stored.read()).isEqualTo(1);
        held.add(new byte[] {3});
        assertThat(stored.readNBytes(5)).containsExactly((byte) 200, (byte) 3);
    }

    private InputStream counting(byte[] content) {
        return new ByteArrayInputStream(content) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                int read = super.read(target, offset, length);
                readSoFar += Math.max(read, 0);
                return read;
            }
        };
    }
}
