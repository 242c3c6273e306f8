package io.tenantry.tenant.webhook.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Receivers of every kind, each on a port of this machine, as plain sockets: they do what no HTTP server would. */
final class Receivers implements AutoCloseable {

    private final List<AutoCloseable> open = new CopyOnWriteArrayList<>();

    /** What is done with a connection that has sent its request. */
    interface Behaviour {
        void answer(OutputStream out) throws IOException, InterruptedException;
    }

    /** One receiver, and what it was sent. */
    record Receiver(URI url, List<String> requests) {}

    static Behaviour says(String answer) {
        return out -> out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
    }

    Receiver that(Behaviour behaviour) {
        try {
            ServerSocket server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
            open.add(server);
            List<String> requests = new CopyOnWriteArrayList<>();
            daemon(() -> accept(server, behaviour, requests));
            return new Receiver(URI.create("http://127.0.0.1:" + server.getLocalPort() + "/hook"), requests);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket server, Behaviour behaviour, List<String> requests) {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                daemon(() -> serve(socket, behaviour, requests));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void serve(Socket socket, Behaviour behaviour, List<String> requests) {
        try (socket) {
            requests.add(request(socket.getInputStream()));
            behaviour.answer(socket.getOutputStream());
        } catch (IOException gone) {
            // so is the caller
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String request(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return head.toString();
            }
            head.append((char) next);
        }
        int length = head.toString()
                .lines()
                .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                .findFirst()
                .orElse(0);
        return head + new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "receiver");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }
}
