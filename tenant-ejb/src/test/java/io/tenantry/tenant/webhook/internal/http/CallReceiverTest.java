package io.tenantry.tenant.webhook.internal.http;

import static io.tenantry.tenant.webhook.internal.http.Receivers.says;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.tenant.webhook.internal.address.AddressGuard;
import io.tenantry.tenant.webhook.internal.http.Receivers.Receiver;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever receivers do: the call comes back in time, with what is known, and goes nowhere else. */
class CallReceiverTest {

    private static final Duration LONGEST = Duration.ofMillis(700);
    private static final byte[] BODY = "{\"a\":\"ä\"}".getBytes(StandardCharsets.UTF_8);
    private static final Map<String, String> HEADERS =
            Map.of("content-type", "application/json", "user-agent", "Tenantry-Webhooks/1", "webhook-id", "1");
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nX-A: 1\r\nX-A: 2\r\n\r\nok";

    private static final CallReceiver OPEN =
            new CallReceiver(new AddressGuard(List.of("127.0.0.0/8"), InetAddress::getAllByName), LONGEST);
    private static final CallReceiver CLOSED =
            new CallReceiver(new AddressGuard(List.of(), InetAddress::getAllByName), LONGEST);

    private final Receivers receivers = new Receivers();
    private final CountDownLatch never = new CountDownLatch(1);

    @AfterEach
    void close() throws Exception {
        never.countDown();
        receivers.close();
    }

    @AfterAll
    static void stop() {
        OPEN.stop();
        CLOSED.stop();
    }

    @Test
    void sendsTheBodyAndTellsTheAnswer() throws Exception {
        Receiver receiver = receivers.that(says(OK));

        Reply reply = OPEN.post(receiver.url(), HEADERS, BODY);

        assertThat(reply.isSuccess()).isTrue();
        assertThat(reply.status()).contains(200);
        assertThat(reply.body()).isEqualTo("ok");
        assertThat(reply.headers()).containsEntry("x-a", "1, 2");
        assertThat(receiver.requests()).hasSize(1);
        assertThat(receiver.requests().get(0))
                .startsWith("POST /hook HTTP/1.1\r\n")
                .containsIgnoringCase("\r\nuser-agent: Tenantry-Webhooks/1\r\n")
                .containsIgnoringCase("\r\ncontent-type: application/json\r\n")
                .containsIgnoringCase("\r\nwebhook-id: 1\r\n")
                .endsWith("\r\n\r\n{\"a\":\"ä\"}");
    }

    @Test
    void anAnswerWithoutBodyIsOne() throws Exception {
        Reply reply = OPEN.post(
                receivers.that(says("HTTP/1.1 204 No Content\r\n\r\n")).url(), HEADERS, BODY);
        assertThat(reply.isSuccess()).isTrue();
    }

    // attack case: redirects to addresses inside (SSRF)
    @Test
    void followsNoRedirect() throws Exception {
        Receiver inside = receivers.that(says(OK));
        for (String target : List.of(inside.url().toString(), "http://169.254.169.254/latest/meta-data/")) {
            for (int status : new int[] {301, 302, 303, 307, 308}) {
                Receiver receiver = receivers.that(
                        says("HTTP/1.1 " + status + " Go\r\nLocation: " + target + "\r\nContent-Length: 0\r\n\r\n"));
                Reply reply = OPEN.post(receiver.url(), HEADERS, BODY);
                assertThat(reply.isSuccess()).isFalse();
                assertThat(reply.failure()).isEqualTo("status-" + status);
            }
        }
        assertThat(inside.requests()).isEmpty();
    }

    @Test
    void aReceiverThatSaysNothingTakesNoLongerThanOthers() throws Exception {
        Receiver receiver = receivers.that(out -> never.await());
        assertThat(timed(receiver).failure()).isEqualTo("timeout");
    }

    @Test
    void aReceiverThatDripsTakesNoLongerThanOthers() throws Exception {
        Receiver headers = receivers.that(out -> {
            for (int i = 0; i < 1000; i++) {
                out.write((i == 0 ? "HTTP/1.1 200 OK\r\n" : "X-" + i + ": 1\r\n").getBytes(StandardCharsets.UTF_8));
                never.await(50, java.util.concurrent.TimeUnit.MILLISECONDS);
            }
        });
        assertThat(timed(headers).failure()).isEqualTo("timeout");
        Receiver body = receivers.that(out -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 9999; i++) {
                out.write('a');
                never.await(50, java.util.concurrent.TimeUnit.MILLISECONDS);
            }
        });
        assertThat(timed(body).failure()).isEqualTo("timeout");
    }

    @Test
    void anAnswerThatEndsHalfWayIsNone() throws Exception {
        assertThat(OPEN.post(
                                receivers
                                        .that(says("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"))
                                        .url(),
                                HEADERS,
                                BODY)
                        .failure())
                .isEqualTo("connection");
        assertThat(OPEN.post(receivers.that(says("HTTP/1.1 20")).url(), HEADERS, BODY)
                        .isSuccess())
                .isFalse();
        assertThat(OPEN.post(receivers.that(says("")).url(), HEADERS, BODY).failure())
                .isEqualTo("connection");
        assertThat(OPEN.post(
                                receivers
                                        .that(says("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab"))
                                        .url(),
                                HEADERS,
                                BODY)
                        .isSuccess())
                .isFalse();
    }

    @Test
    void keepsTheBeginningOfAnEndlessAnswer() throws Exception {
        byte[] much = "b\0".repeat(4000).getBytes(StandardCharsets.UTF_8);
        Receiver receiver = receivers.that(out -> {
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            while (true) {
                out.write(much);
            }
        });
        Reply reply = OPEN.post(receiver.url(), HEADERS, BODY);
        assertThat(reply.isSuccess()).isTrue();
        assertThat(reply.body())
                .hasSize(BoundedReply.MOST_BYTES)
                .doesNotContain("\0")
                .startsWith("b\ufffdb");
    }

    @Test
    void takesNoEndlessHeaders() throws Exception {
        Receiver many = receivers.that(out -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 100_000; i++) {
                out.write(("X-" + i + ": 1\r\n").getBytes(StandardCharsets.UTF_8));
            }
        });
        assertThat(OPEN.post(many.url(), HEADERS, BODY).isSuccess()).isFalse();
        Receiver big = receivers.that(says("HTTP/1.1 200 OK\r\nX: " + "a".repeat(1_000_000) + "\r\n\r\n"));
        assertThat(OPEN.post(big.url(), HEADERS, BODY).isSuccess()).isFalse();
    }

    @Test
    void keepsOfManyHeadersWhatFitsAndTakesTheAnswer() throws Exception {
        StringBuilder answer = new StringBuilder("HTTP/1.1 200 OK\r\n");
        for (int i = 0; i < 50; i++) {
            answer.append("X-").append(i).append(": ").append("a".repeat(5_000)).append("\r\n");
        }
        answer.append("X-Short: 1\r\nContent-Length: 0\r\n\r\n");
        Reply reply = OPEN.post(receivers.that(says(answer.toString())).url(), HEADERS, BODY);
        assertThat(reply.isSuccess()).isTrue();
        assertThat(reply.headers()).containsOnlyKeys("x-0", "x-1", "x-2", "x-short", "content-length");
        assertThat(reply.headers().toString()).hasSizeLessThan(BoundedReply.MOST_BYTES);
    }

    @Test
    void nobodyAtThePortIsAFailure() throws Exception {
        URI url;
        try (java.net.ServerSocket socket = new java.net.ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            url = URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
        }
        assertThat(OPEN.post(url, HEADERS, BODY).failure()).isEqualTo("connection");
    }

    @Test
    void whoSpeaksNoTlsIsNotSpokenToOtherwise() throws Exception {
        Receiver receiver = receivers.that(says(OK));
        URI url = URI.create(receiver.url().toString().replace("http:", "https:"));
        assertThat(OPEN.post(url, HEADERS, BODY).isSuccess()).isFalse();
    }

    // attack case: requests to addresses inside (SSRF)
    @Test
    void sendsNothingToAnAddressThatIsNotPublic() throws Exception {
        Receiver receiver = receivers.that(says(OK));
        int port = receiver.url().getPort();
        for (String host : List.of("127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "2130706433", "0.0.0.0")) {
            Reply reply = CLOSED.post(URI.create("http://" + host + ":" + port + "/"), HEADERS, BODY);
            assertThat(reply.failure()).as(host).isEqualTo("address-refused");
        }
        assertThat(receiver.requests()).isEmpty();
    }

    // attack case: requests to addresses inside (SSRF)
    @Test
    void connectsToTheAddressThatWasChecked() throws Exception {
        Receiver receiver = receivers.that(says(OK));
        List<String> asked = new CopyOnWriteArrayList<>();
        List<String> threads = new ArrayList<>();
        // the second answer is another one, as of a name server that wants to get in
        CallReceiver call = new CallReceiver(
                new AddressGuard(List.of("127.0.0.1/32"), host -> {
                    asked.add(host);
                    threads.add(Thread.currentThread().getName());
                    return new InetAddress[] {
                        InetAddress.getByAddress(host, new byte[] {127, 0, 0, (byte) asked.size()})
                    };
                }),
                LONGEST);
        try {
            URI url = URI.create("http://rebinding.example:" + receiver.url().getPort() + "/");
            assertThat(call.post(url, HEADERS, BODY).isSuccess()).isTrue();
            assertThat(asked).containsExactly("rebinding.example");
            // a slow name server holds up nobody else
            assertThat(threads).containsExactly(Thread.currentThread().getName());
            assertThat(call.post(url, HEADERS, BODY).failure()).isEqualTo("address-refused");
        } finally {
            call.stop();
        }
    }

    // attack case: requests to addresses inside (SSRF)
    @Test
    void oneBadAddressAmongGoodOnesIsEnoughToRefuse() throws Exception {
        Receiver receiver = receivers.that(says(OK));
        CallReceiver call = new CallReceiver(
                new AddressGuard(List.of("127.0.0.1/32"), host ->
                        new InetAddress[] {InetAddress.getByName("127.0.0.1"), InetAddress.getByName("10.0.0.1")}),
                LONGEST);
        try {
            Reply reply = call.post(receiver.url(), HEADERS, BODY);
            assertThat(reply.failure()).isEqualTo("address-refused");
            assertThat(receiver.requests()).isEmpty();
        } finally {
            call.stop();
        }
    }

    private Reply timed(Receiver receiver) throws InterruptedException {
        long start = System.nanoTime();
        Reply reply = OPEN.post(receiver.url(), HEADERS, BODY);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST.multipliedBy(3));
        return reply;
    }
}
