package io.tenantry.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** The port of the embedded database: free when first chosen, and the same ever after as long as nobody else takes it. */
final class PostgresPort {

    private final Path file;

    PostgresPort(Path file) {
        this.file = file;
    }

    int choose() throws IOException {
        int remembered = remembered();
        return isFree(remembered) ? remembered : remember(anyFree());
    }

    int remember(int port) throws IOException {
        Files.writeString(file, port + "\n");
        return port;
    }

    private int remembered() throws IOException {
        try {
            return Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static boolean isFree(int port) {
        if (port <= 0) {
            return false;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int anyFree() throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return socket.getLocalPort();
        }
    }
}
