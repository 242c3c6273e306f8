package io.tenantry.tenant.domain.internal;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.xbill.DNS.io.IoClientFactory;
import org.xbill.DNS.io.TcpIoClient;
import org.xbill.DNS.io.UdpIoClient;

/**
 * Asks on the thread that wants to know. The library's own way is a thread and a shutdown hook that would outlive the
 * application on its server.
 */
final class BlockingSockets implements IoClientFactory {

    @Override
    public UdpIoClient createOrGetUdpClient() {
        return (local, remote, query, data, max, timeout) -> completed(() -> udp(remote, data, max, timeout));
    }

    @Override
    public TcpIoClient createOrGetTcpClient() {
        return (local, remote, query, data, timeout) -> completed(() -> tcp(remote, data, timeout));
    }

    /** From a port of its own each time, and connected, so that nobody else's packets come in. */
    private static byte[] udp(InetSocketAddress server, byte[] data, int max, Duration timeout) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout((int) timeout.toMillis());
            socket.connect(server);
            socket.send(new DatagramPacket(data, data.length));
            DatagramPacket answer = new DatagramPacket(new byte[max], max);
            socket.receive(answer);
            return Arrays.copyOf(answer.getData(), answer.getLength());
        }
    }

    private static byte[] tcp(InetSocketAddress server, byte[] data, Duration timeout) throws IOException {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout((int) timeout.toMillis());
            socket.connect(server, (int) timeout.toMillis());
            OutputStream out = socket.getOutputStream();
            out.write(ByteBuffer.allocate(Short.BYTES + data.length)
                    .putShort((short) data.length)
                    .put(data)
                    .array());
            out.flush();
            DataInputStream in = new DataInputStream(socket.getInputStream());
            return in.readNBytes(in.readUnsignedShort());
        }
    }

    private static CompletableFuture<byte[]> completed(Exchange exchange) {
        try {
            return CompletableFuture.completedFuture(exchange.run());
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private interface Exchange {
        byte[] run() throws IOException;
    }
}
