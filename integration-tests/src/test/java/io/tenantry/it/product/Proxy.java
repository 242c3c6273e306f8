package io.tenantry.it.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A client at another loopback address: one whose forwarded headers the product believes, or any. */
public final class Proxy {

    private static final String TRUSTED = "127.0.0.2";
    private static final int PATIENCE_MILLIS = 60_000;

    private final String address;

    private Proxy(String address) {
        this.address = address;
    }

    /** What tells the product whom to believe. */
    public static Map<String, String> environment() {
        return Map.of("TENANTRY_TRUSTED_PROXIES", TRUSTED);
    }

    public static Proxy trusted() {
        return new Proxy(TRUSTED);
    }

    public static Proxy stranger() {
        return new Proxy("127.0.0.3");
    }

    /** The status of what is answered to a request; HTTP/1.1 by hand, because a client can't choose its own address. */
    public int send(String method, String path, Map<String, String> headers, String body) {
        URI product = Product.address();
        StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: " + product.getAuthority()
                + "\r\nConnection: close\r\nContent-Length: " + body.length() + "\r\n");
        headers.forEach(
                (name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
        request.append("\r\n").append(body);
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), 0));
            socket.connect(new InetSocketAddress(product.getHost(), product.getPort()));
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.split(" ", 3)[1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
