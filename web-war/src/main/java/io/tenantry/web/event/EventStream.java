package io.tenantry.web.event;

import io.tenantry.tenant.event.EventListener;
import io.tenantry.tenant.event.PublishedEvent;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The open answer to one client. No thread belongs to it, and none waits for it. */
final class EventStream implements EventListener, WriteListener, AsyncListener {

    private static final System.Logger LOGGER = System.getLogger(EventStream.class.getName());

    /** So much may wait before no more is taken. */
    private static final int ROOM = 200;

    private static final long STUCK = Duration.ofSeconds(60).toNanos();

    private final AsyncContext context;
    private final AsyncResponse answer;
    private final Listening listening;
    private final Ends ends;
    private final ServletOutputStream stream;
    private final Output output;
    private volatile Set<String> visible;
    private volatile long position;
    private String usage;
    private boolean full;
    private boolean opened;
    private boolean ended;

    /** Who is told about the stream. */
    interface Ends {

        /** It takes events again. */
        void roomy(EventStream stream);

        void ended(EventStream stream);
    }

    EventStream(
            AsyncContext context,
            AsyncResponse answer,
            Listening listening,
            Set<String> visible,
            long position,
            Ends ends)
            throws IOException {
        this.context = context;
        this.answer = answer;
        this.listening = listening;
        this.visible = visible;
        this.position = position;
        this.ends = ends;
        this.stream = context.getResponse().getOutputStream();
        this.output = new Output(stream);
    }

    /** Begins the answer. Must be called by the thread of the request. */
    void open(List<byte[]> first) {
        HttpServletResponse response = (HttpServletResponse) context.getResponse();
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        // nginx would collect what is to arrive at once
        response.setHeader("X-Accel-Buffering", "no");
        // Undertow flushes only a part of its buffer to a slow client, without saying so; of what passes it by it says
        response.setBufferSize(1);
        context.addListener(this);
        synchronized (this) {
            first.forEach(output::add);
            opened = true;
            stream.setWriteListener(this);
        }
    }

    Listening listening() {
        return listening;
    }

    boolean wantsUsage() {
        return visible.contains(Interest.USAGE);
    }

    void visible(Set<String> types) {
        visible = types;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public synchronized boolean hasRoom() {
        full = output.waiting() >= ROOM;
        return !full && !ended;
    }

    @Override
    public void take(PublishedEvent event) {
        if (visible.contains(event.type())) {
            send(EventText.of(event));
        }
        position = event.number();
    }

    /** If it is another than the last one. */
    void usage(String json) {
        synchronized (this) {
            if (json.equals(usage) || output.waiting() >= ROOM) {
                return;
            }
            usage = json;
        }
        send(EventText.usage(json));
    }

    void alive() {
        send(EventText.ALIVE);
    }

    void send(byte[] text) {
        write(() -> output.add(text));
    }

    @Override
    public void onWritePossible() {
        write(() -> {});
    }

    private void write(Runnable first) {
        boolean broken = false;
        boolean roomy = false;
        synchronized (this) {
            if (ended) {
                return;
            }
            first.run();
            if (!opened) {
                return;
            }
            try {
                output.write();
            } catch (IOException | RuntimeException e) {
                // whatever it is called, the client is gone
                broken = true;
            }
            if (full && output.waiting() <= ROOM / 2) {
                full = false;
                roomy = true;
            }
        }
        if (broken) {
            end();
        } else if (roomy) {
            ends.roomy(this);
        }
    }

    synchronized boolean isStuck() {
        return output.stuckNanos() > STUCK;
    }

    /** Ends the answer; the client comes back with the last number it was told. */
    void end() {
        if (close()) {
            try {
                // all is written already; JAX-RS would complain of an end that it does not bring about
                answer.resume(Response.ok().build());
            } catch (RuntimeException e) {
                LOGGER.log(System.Logger.Level.DEBUG, "JAX-RS does not end a stream", e);
                complete();
            }
        }
    }

    /** Payara takes JAX-RS off before the beans, and then nobody else would end the answer. */
    private void complete() {
        try {
            context.complete();
        } catch (RuntimeException e) {
            LOGGER.log(System.Logger.Level.DEBUG, "the server was first to end a stream", e);
        }
    }

    /** Nothing is written any more: servers use their objects again for others. */
    private boolean close() {
        synchronized (this) {
            if (ended) {
                return false;
            }
            ended = true;
            output.clear();
        }
        ends.ended(this);
        return true;
    }

    @Override
    public void onError(Throwable error) {
        end();
    }

    @Override
    public void onError(AsyncEvent event) {
        close();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        close();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        end();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // once
    }
}
