package io.tenantry.tenant.webhook.internal.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;

/** Reads the beginning of an answer; what comes after it is not waited for. */
final class BoundedReply implements AsyncResponseConsumer<Void>, FutureCallback<Void> {

    /** Of the headers together, and of the body. */
    static final int MOST_BYTES = 16 * 1024;

    private final CompletableFuture<Reply> reply = new CompletableFuture<>();
    private final ByteBuffer body = ByteBuffer.allocate(MOST_BYTES);
    private final Map<String, String> headers = new TreeMap<>();
    private volatile FutureCallback<Void> done;
    private int status;

    CompletableFuture<Reply> reply() {
        return reply;
    }

    @Override
    public void consumeResponse(
            HttpResponse response, EntityDetails entity, HttpContext context, FutureCallback<Void> whenDone) {
        status = response.getCode();
        int room = MOST_BYTES;
        for (Header header : response.getHeaders()) {
            String name = header.getName().toLowerCase(Locale.ROOT);
            String value = printable(header.getValue());
            int size = (name + ": " + value).getBytes(StandardCharsets.UTF_8).length;
            if (size <= room) {
                headers.merge(name, value, (one, other) -> one + ", " + other);
                room -= size;
            }
        }
        done = whenDone;
        if (entity == null) {
            streamEnd(null);
        }
    }

    @Override
    public void informationResponse(HttpResponse response, HttpContext context) {
        // the answer proper is still to come
    }

    @Override
    public void updateCapacity(CapacityChannel capacity) throws java.io.IOException {
        capacity.update(Integer.MAX_VALUE);
    }

    @Override
    public void consume(ByteBuffer bytes) {
        while (bytes.hasRemaining() && body.hasRemaining()) {
            body.put(bytes.get());
        }
        bytes.position(bytes.limit());
        if (!body.hasRemaining()) {
            reply.complete(whole());
        }
    }

    @Override
    public void streamEnd(List<? extends Header> trailers) {
        reply.complete(whole());
        done.completed(null);
    }

    @Override
    public void failed(Exception cause) {
        reply.completeExceptionally(cause);
    }

    @Override
    public void completed(Void nothing) {
        // told by streamEnd
    }

    @Override
    public void cancelled() {
        reply.cancel(false);
    }

    @Override
    public void releaseResources() {
        // has none
    }

    private Reply whole() {
        String text = new String(body.array(), 0, body.position(), StandardCharsets.UTF_8);
        return new Reply(Optional.of(status), Map.copyOf(headers), printable(text), Optional.empty());
    }

    /** The database takes every character but this. */
    private static String printable(String text) {
        return text == null ? "" : text.replace('\0', '\ufffd');
    }
}
