package io.tenantry.it.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.it.product.Client;
import io.tenantry.it.server.ShortLived;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One {@code tenantry run} as a process of its own, with all it said on the terminal. */
final class Run implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("Tenantry is ready: (http://\\S+[^/])/?");
    private static final int START_SECONDS = 180;
    private static final int WORD_SECONDS = 20;
    private static final int STOP_SECONDS = 60;

    private final Process process;
    private final List<String> out = Collections.synchronizedList(new ArrayList<>());
    private final List<String> err = Collections.synchronizedList(new ArrayList<>());
    private final CompletableFuture<URI> ready = new CompletableFuture<>();
    private final List<Thread> readers;

    private Run(Process process) {
        this.process = process;
        this.readers =
                List.of(reader(() -> hear(process.inputReader(), out)), reader(() -> hear(process.errorReader(), err)));
        // also when the test run is cut short
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    }

    static Run start(Installation installation, String... options) {
        return start(Map.of(), installation, options);
    }

    /** On a free port, unless the options name another. */
    static Run start(Map<String, String> environment, Installation installation, String... options) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(ShortLived.JAVA);
        command.addAll(List.of(
                "-jar",
                Path.of(System.getProperty("tenantry.home"), "tenantry.jar")
                        .normalize()
                        .toString(),
                "run",
                "--data-dir",
                installation.directory().toString()));
        command.addAll(List.of(options));
        if (!command.contains("--port")) {
            command.addAll(List.of("--port", "0"));
        }
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        try {
            return new Run(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the product says that it is ready. */
    Client ready() {
        try {
            return Client.of(ready.get(START_SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("The product did not become ready: " + out + err, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits until the product has said a line that begins like this. */
    String line(String beginning) {
        Instant deadline = Instant.now().plusSeconds(WORD_SECONDS);
        synchronized (out) {
            try {
                while (Instant.now().isBefore(deadline)) {
                    for (String line : out) {
                        if (line.startsWith(beginning)) {
                            return line;
                        }
                    }
                    out.wait(1000);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new AssertionError("Never said \"" + beginning + "\": " + out);
        }
    }

    /** SIGKILL to the launcher, and to the process it was run again as for want of privileges. */
    void kill() {
        List<ProcessHandle> all =
                new ArrayList<>(process.descendants().filter(Run::isJava).toList());
        all.add(process.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one -> one.onExit().join());
    }

    /** SIGTERM. */
    void terminate() {
        process.destroy();
    }

    /** Waits for the end and for the last word. */
    int exitCode() {
        try {
            assertThat(process.waitFor(STOP_SECONDS, TimeUnit.SECONDS))
                    .as("ended; said %s%s", out, err)
                    .isTrue();
            for (Thread reader : readers) {
                reader.join();
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    List<String> out() {
        return List.copyOf(out);
    }

    List<String> err() {
        return List.copyOf(err);
    }

    /** Ends what a failed test left running. */
    @Override
    public void close() {
        terminate();
        exitCode();
    }

    private void hear(BufferedReader lines, List<String> said) {
        try (lines) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (said) {
                    said.add(line);
                    said.notifyAll();
                }
                Matcher matcher = READY.matcher(line);
                if (matcher.matches()) {
                    ready.complete(URI.create(matcher.group(1)));
                }
            }
            ready.completeExceptionally(new IllegalStateException("The product ended"));
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
    }

    private static Thread reader(Runnable hearing) {
        Thread thread = new Thread(hearing, "product-output");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static boolean isJava(ProcessHandle handle) {
        return handle.info()
                .command()
                .map(command -> Path.of(command).endsWith("java"))
                .orElse(false);
    }
}
