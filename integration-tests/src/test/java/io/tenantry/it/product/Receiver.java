package io.tenantry.it.product;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A program that is told of events: it remembers what it was sent, and answers as it is told to. */
public final class Receiver implements AutoCloseable {

    /** The one address inside that the product under test may send to. */
    private static final String ADDRESS = "127.0.0.77";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration GLANCE = Duration.ofMillis(20);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Message> messages = new ArrayList<>();
    private List<Reaction> reactions;

    /** What it was sent. */
    public record Message(Headers headers, String body) {

        public String header(String name) {
            return headers.getFirst(name);
        }

        public JsonNode json() {
            return Json.parse(body);
        }
    }

    /** What it does with a message. */
    @FunctionalInterface
    public interface Reaction {
        void to(HttpExchange exchange, CountDownLatch closed) throws IOException, InterruptedException;
    }

    private Receiver(String address, List<Reaction> reactions) {
        this.reactions = reactions;
        try {
            server = HttpServer.create(new InetSocketAddress(address, 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::receive);
        server.start();
    }

    /** What lets the product send to receivers, and lets it try again at once, twice. */
    public static Map<String, String> environment() {
        return Map.of(
                "TENANTRY_WEBHOOKS_ALLOW_HTTP", "true",
                "TENANTRY_WEBHOOKS_ALLOWED_NETWORKS", ADDRESS + "/32",
                "TENANTRY_WEBHOOKS_RETRY_SECONDS", "0,0");
    }

    /** With these answers, one after the other; the last for ever. */
    public static Receiver that(Reaction... reactions) {
        return new Receiver(ADDRESS, Arrays.asList(reactions));
    }

    /** Where the product must not send to. */
    public static Receiver inside() {
        return new Receiver("127.0.0.1", List.of(status(200)));
    }

    public static Reaction status(int status, String... headers) {
        return (exchange, closed) -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            exchange.sendResponseHeaders(status, 2);
            exchange.getResponseBody().write("ok".getBytes(StandardCharsets.UTF_8));
        };
    }

    /** Breaks off in the middle of its answer. */
    public static Reaction halfAnAnswer() {
        return (exchange, closed) -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write("half".getBytes(StandardCharsets.UTF_8));
            throw new IOException("enough");
        };
    }

    /** Never answers. */
    public static Reaction silence() {
        return (exchange, closed) -> closed.await(1, TimeUnit.MINUTES);
    }

    public synchronized void reacts(Reaction... next) {
        reactions = Arrays.asList(next);
    }

    public String url() {
        return "http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort() + "/hook?token=abc";
    }

    public synchronized List<Message> messages() {
        return List.copyOf(messages);
    }

    /** Waits until it was sent so many. */
    public List<Message> await(int count) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (messages().size() < count) {
            if (System.nanoTime() > end) {
                throw new AssertionError("only " + messages().size() + " of " + count + " messages");
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
        return messages();
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            next(new Message(exchange.getRequestHeaders(), body)).to(exchange, closed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Reaction next(Message message) {
        messages.add(message);
        Reaction reaction = reactions.get(0);
        if (reactions.size() > 1) {
            reactions = reactions.subList(1, reactions.size());
        }
        return reaction;
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
