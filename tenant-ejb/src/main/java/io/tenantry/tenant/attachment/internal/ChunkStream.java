package io.tenantry.tenant.attachment.internal;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntFunction;

/** Reads one chunk after the other, and holds one at a time. */
final class ChunkStream extends InputStream {

    private final IntFunction<Optional<byte[]>> chunks;
    private byte[] chunk = new byte[0];
    private int position;
    private int next;
    private boolean ended;

    /** @param chunks the one of a number, from 0; empty after the last */
    ChunkStream(IntFunction<Optional<byte[]>> chunks) {
        this.chunks = chunks;
    }

    @Override
    public int read() {
        return isExhausted() ? -1 : Byte.toUnsignedInt(chunk[position++]);
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (isExhausted()) {
            return -1;
        }
        int count = Math.min(length, chunk.length - position);
        System.arraycopy(chunk, position, target, offset, count);
        position += count;
        return count;
    }

    private boolean isExhausted() {
        while (!ended && position == chunk.length) {
            Optional<byte[]> following = chunks.apply(next++);
            ended = following.isEmpty();
            chunk = following.orElseGet(() -> new byte[0]);
            position = 0;
        }
        return ended;
    }
}
