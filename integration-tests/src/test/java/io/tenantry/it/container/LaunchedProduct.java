package io.tenantry.it.container;

import io.tenantry.it.product.Development;
import io.tenantry.it.product.Dns;
import io.tenantry.it.product.Mailbox;
import io.tenantry.it.product.Product;
import io.tenantry.it.product.Proxy;
import io.tenantry.it.product.Receiver;
import io.tenantry.it.server.FileTree;
import io.tenantry.it.server.ShortLived;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The product as an operator starts it: a process of its own that says when it is ready and ends by a signal. */
final class LaunchedProduct implements RunningProduct {

    private static final Pattern READY = Pattern.compile("Tenantry is ready: (http://\\S+[^/])/?");
    private static final Duration STOP = Duration.ofSeconds(60);
    private static final int LOG_LINES = 60;

    private final Path data;
    private final Process process;
    private final URI address;

    private LaunchedProduct(Path data, Process process, URI address) {
        this.data = data;
        this.process = process;
        this.address = address;
    }

    static LaunchedProduct start(TenantryConfiguration configuration) throws IOException {
        FileTree.delete(configuration.dataDirectory());
        ProcessBuilder builder = new ProcessBuilder(command(configuration)).redirectErrorStream(true);
        builder.environment().putAll(Development.environment());
        builder.environment().putAll(Dns.environment());
        builder.environment().putAll(Proxy.environment());
        builder.environment().putAll(Mailbox.environment());
        builder.environment().putAll(Receiver.environment());
        builder.environment().put("TENANTRY_EMBED_ORIGINS", Product.EMBEDDING_ORIGIN);
        Process process = builder.start();
        StringBuffer said = new StringBuffer();
        CompletableFuture<URI> ready = new CompletableFuture<>();
        Thread listener = new Thread(() -> listen(process, said, ready), "product-output");
        listener.setDaemon(true);
        listener.start();
        // also when the test run is cut short
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        try {
            return new LaunchedProduct(
                    configuration.dataDirectory(),
                    process,
                    ready.get(configuration.startTimeout().toSeconds(), TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException e) {
            process.destroy();
            throw new IllegalStateException(
                    "The product did not become ready.\n" + said + tail(configuration.serverLog()));
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the product started.\n" + said);
        }
    }

    @Override
    public URI address() {
        return address;
    }

    @Override
    public String databaseUrl() {
        return "jdbc:postgresql://127.0.0.1:" + line("postgres.port") + "/tenantry";
    }

    @Override
    public String superuserPassword() {
        return line("secrets/database-superuser.password");
    }

    private String line(String file) {
        try {
            return Files.readString(data.resolve(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends SIGTERM; whether the process was gone in time. */
    @Override
    public boolean stop() {
        process.destroy();
        try {
            return process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static List<String> command(TenantryConfiguration configuration) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(ShortLived.JAVA);
        command.addAll(List.of(
                "-jar",
                configuration.jar().toString(),
                "run",
                "--demo",
                "--test-clock",
                "--port",
                "0",
                "--application",
                configuration.application().toString(),
                "--pool-size",
                String.valueOf(configuration.poolSize()),
                "--data-dir",
                configuration.dataDirectory().toString()));
        return command;
    }

    private static void listen(Process process, StringBuffer said, CompletableFuture<URI> ready) {
        try (var lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
                Matcher matcher = READY.matcher(line);
                if (matcher.find()) {
                    ready.complete(URI.create(matcher.group(1)));
                }
            }
            ready.completeExceptionally(new IllegalStateException("The product ended"));
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
    }

    private static String tail(Path log) throws IOException {
        if (!Files.isReadable(log)) {
            return "";
        }
        List<String> lines = Files.readAllLines(log);
        return "--- server.log ---\n"
                + String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
    }
}
