package io.tenantry.tenant.domain.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A DNS server that is not there or makes no sense proves nothing, neither that a record is there nor that it is gone. */
class ProofLookupTest {

    private static final String NAME = "_tenantry-challenge.shop.example.com";

    @Test
    void aServerThatIsNotThereProvesNothing() throws Exception {
        int unused;
        try (DatagramSocket socket = new DatagramSocket(loopback())) {
            unused = socket.getLocalPort();
        }
        assertThat(lookup(unused).find(NAME, "value")).isEqualTo(Proof.UNKNOWN);
    }

    @Test
    void anAnswerThatIsNoneProvesNothing() throws Exception {
        try (DatagramSocket socket = new DatagramSocket(loopback())) {
            Thread server = new Thread(() -> answerWith(socket, new byte[] {1, 2, 3}));
            server.setDaemon(true);
            server.start();
            assertThat(lookup(socket.getLocalPort()).find(NAME, "value")).isEqualTo(Proof.UNKNOWN);
        }
    }

    private static void answerWith(DatagramSocket socket, byte[] answer) {
        try {
            while (true) {
                DatagramPacket query = new DatagramPacket(new byte[512], 512);
                socket.receive(query);
                socket.send(new DatagramPacket(answer, answer.length, query.getSocketAddress()));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private static ProofLookup lookup(int port) {
        ProofLookup lookup = new ProofLookup();
        lookup.server = Optional.of("127.0.0.1:" + port);
        lookup.start();
        return lookup;
    }
}
