package io.tenantry.web.event;

import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes what fits and keeps what does not, so that nobody waits for a slow client. Not safe for threads.
 *
 * <p>Servers allow a write only after the stream has said that it is ready; when it has said that it is not, they call
 * back. So whoever has something to write may do so at once, on any thread, as long as it is one at a time.
 */
final class Output {

    private final ServletOutputStream stream;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private boolean unflushed;
    private long movedAt = System.nanoTime();

    Output(ServletOutputStream stream) {
        this.stream = stream;
    }

    void add(byte[] text) {
        if (waiting.isEmpty()) {
            movedAt = System.nanoTime();
        }
        waiting.add(text);
    }

    int waiting() {
        return waiting.size();
    }

    /** For how long nothing has been taken of what waits. */
    long stuckNanos() {
        return waiting.isEmpty() ? 0 : System.nanoTime() - movedAt;
    }

    void write() throws IOException {
        while (!waiting.isEmpty() && stream.isReady()) {
            stream.write(waiting.poll());
            unflushed = true;
            movedAt = System.nanoTime();
        }
        if (unflushed && stream.isReady()) {
            unflushed = false;
            stream.flush();
        }
    }

    void clear() {
        waiting.clear();
    }
}
