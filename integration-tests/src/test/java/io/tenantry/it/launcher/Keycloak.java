package io.tenantry.it.launcher;

import io.tenantry.it.product.Json;
import io.tenantry.it.server.Ports;
import io.tenantry.it.server.ShortLived;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A Keycloak with one realm, started as its own documentation says. */
final class Keycloak implements AutoCloseable {

    static final String PASSWORD = "correct horse battery staple";

    private static final Duration START = Duration.ofSeconds(180);
    private static final Duration GLANCE = Duration.ofMillis(250);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Process process;
    private final String issuer;

    private Keycloak(Process process, int port) {
        this.process = process;
        this.issuer = "http://127.0.0.1:" + port + "/realms/tenantry";
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /** @param realm the JSON of a realm named {@code tenantry} */
    static Keycloak start(String realm) {
        Path home = Path.of(System.getProperty("tenantry.keycloak"));
        int port = Ports.free();
        try {
            Path imports = Files.createDirectories(home.resolve("data/import"));
            Files.writeString(imports.resolve("tenantry.json"), realm);
            ProcessBuilder builder = new ProcessBuilder(
                            "sh",
                            home.resolve("bin/kc.sh").toString(),
                            "start-dev",
                            "--http-host=127.0.0.1",
                            "--http-port=" + port,
                            "--db=dev-mem",
                            "--import-realm")
                    .redirectErrorStream(true)
                    .redirectOutput(home.resolve("keycloak.log").toFile());
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().put("JAVA_OPTS_APPEND", ShortLived.COMPILER);
            Keycloak keycloak = new Keycloak(builder.start(), port);
            keycloak.awaitReady();
            return keycloak;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What makes a product take its tokens: configuration only. */
    Map<String, String> environment() {
        return Map.of(
                "TENANTRY_IDENTITY_PROVIDER",
                "outside",
                "MP_JWT_VERIFY_ISSUER",
                issuer,
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                issuer + "/protocol/openid-connect/certs",
                "MP_JWT_VERIFY_AUDIENCES",
                "tenantry");
    }

    /** An access token by a user's password. */
    String token(String client, String user) {
        String form = "grant_type=password&scope=openid&client_id=" + client + "&username=" + user + "&password="
                + PASSWORD.replace(' ', '+');
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                .setHeader("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        try {
            return Json.parse(CLIENT.send(request, BodyHandlers.ofString()).body())
                    .path("access_token")
                    .asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void awaitReady() {
        Instant deadline = Instant.now().plus(START);
        while (process.isAlive() && Instant.now().isBefore(deadline)) {
            if (answers()) {
                return;
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
        process.destroyForcibly();
        throw new AssertionError("Keycloak did not become ready; see its keycloak.log");
    }

    private boolean answers() {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(issuer)).build();
            return CLIENT.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
