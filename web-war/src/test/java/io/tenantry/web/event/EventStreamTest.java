package io.tenantry.web.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.event.PublishedEvent;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.container.AsyncResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client that reads slowly, or no more, holds up nobody and keeps little. */
class EventStreamTest {

    private static final String TYPE = "thing.done";

    private final Connection connection = new Connection();
    private final AtomicInteger roomy = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private EventStream stream;

    /** Servers throw where a write is not allowed. */
    private static final class Connection extends ServletOutputStream {

        private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
        private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
        private boolean ready = true;
        private boolean asked;
        private boolean broken;

        @Override
        public boolean isReady() {
            asked = ready;
            return ready;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            try {
                listener.onWritePossible();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void write(int one) {
            throw new AssertionError("one by one");
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            if (broken) {
                throw new IOException("gone");
            }
            assertThat(asked).as("asked whether it is ready").isTrue();
            asked = false;
            buffer.write(bytes);
        }

        @Override
        public void flush() throws IOException {
            assertThat(asked).as("asked whether it is ready").isTrue();
            sent.write(buffer.toByteArray());
            buffer.reset();
        }

        List<String> ids() {
            return sent.toString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("id: "))
                    .map(line -> line.substring(4))
                    .toList();
        }
    }

    @BeforeEach
    void opens() throws IOException {
        HttpServletResponse response = fake(HttpServletResponse.class, Map.of("getOutputStream", connection));
        AsyncContext context = fake(AsyncContext.class, Map.of("getResponse", response));
        Listening listening =
                new Listening(new TenantId(new UUID(1, 1)), new UUID(1, 2), new Interest(Map.of()), null, Instant.MAX);
        EventStream.Ends ends = new EventStream.Ends() {
            @Override
            public void roomy(EventStream stream) {
                roomy.incrementAndGet();
            }

            @Override
            public void ended(EventStream stream) {
                ended.incrementAndGet();
            }
        };
        AsyncResponse answer = fake(AsyncResponse.class, Map.of());
        stream = new EventStream(context, answer, listening, Set.of(TYPE, Interest.USAGE), 0, ends);
        stream.open(List.of(EventText.beginning(0)));
    }

    @Test
    void writesWhatIsWantedAtOnceAndGoesOnPastTheRest() {
        stream.take(event(1, TYPE));
        stream.take(event(2, "thing.else"));
        assertThat(connection.ids()).containsExactly("0", "1");
        assertThat(stream.position()).isEqualTo(2);
    }

    @Test
    void keepsLittleForWhoIsSlowAndForgetsNothing() {
        connection.ready = false;
        int taken = 0;
        while (stream.hasRoom()) {
            stream.take(event(++taken, TYPE));
        }
        assertThat(taken).isLessThan(1_000);
        assertThat(connection.ids()).containsExactly("0");

        connection.ready = true;
        stream.onWritePossible();

        assertThat(connection.ids()).hasSize(taken + 1).endsWith(String.valueOf(taken));
        assertThat(stream.hasRoom()).isTrue();
        assertThat(roomy).hasValue(1);
        assertThat(ended).hasValue(0);
    }

    @Test
    void tellsTheUsageWhenItIsAnother() {
        stream.usage("{\"a\":1}");
        stream.usage("{\"a\":1}");
        stream.usage("{\"a\":2}");
        assertThat(connection.sent.toString(StandardCharsets.UTF_8).lines().filter(line -> line.startsWith("data: ")))
                .containsExactly("data: {\"a\":1}", "data: {\"a\":2}");
    }

    @Test
    void whoIsGoneIsForgottenOnce() {
        connection.broken = true;
        stream.take(event(1, TYPE));
        stream.take(event(2, TYPE));
        stream.onError(new IOException("gone"));
        assertThat(ended).hasValue(1);
        assertThat(stream.hasRoom()).isFalse();
    }

    @Test
    void nothingIsWrittenAfterTheEnd() {
        stream.end();
        stream.take(event(1, TYPE));
        stream.alive();
        assertThat(connection.ids()).containsExactly("0");
        assertThat(ended).hasValue(1);
    }

    private static PublishedEvent event(long number, String type) {
        return new PublishedEvent(number, type, Instant.EPOCH, "{}", null);
    }

    private static <T> T fake(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Object answer = answers.get(method.getName());
                    return answer == null && method.getReturnType() == boolean.class ? Boolean.FALSE : answer;
                }));
    }
}
