package io.tenantry.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A PostgreSQL process that works on a data directory, as told by its {@code postmaster.pid}. It survives a launcher that was
 * killed, and the next launcher finds it here.
 */
record Postmaster(long pid, Path directory, int port) {

    private static final String FILE = "postmaster.pid";
    private static final int PORT_LINE = 3;

    /** What the file says, whether the process still lives or not. */
    static Optional<Postmaster> recordedIn(Path directory) {
        Path file = directory.resolve(FILE);
        try {
            return Files.exists(file) ? parse(Files.readAllLines(file), directory) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** The first line is the process id, the fourth the port; a server that is only starting has not written it all. */
    static Optional<Postmaster> parse(List<String> lines, Path directory) {
        try {
            return lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Postmaster(
                            Long.parseLong(lines.get(0).strip()),
                            directory,
                            lines.size() > PORT_LINE
                                    ? Integer.parseInt(lines.get(PORT_LINE).strip())
                                    : 0));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether the process is alive and really PostgreSQL on this directory: process ids are used again after a reboot. */
    boolean lives() {
        return process().filter(this::servesDirectory).isPresent();
    }

    /** PostgreSQL refuses to start over a file that names a living process, even when that is somebody else by now. */
    void forget() {
        try {
            Files.deleteIfExists(directory.resolve(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove the stale " + directory.resolve(FILE), e);
        }
    }

    /** Stops the process, politely first; its data survive either way. */
    void stop(Duration patience) {
        process().filter(this::servesDirectory).ifPresent(process -> {
            List<ProcessHandle> workers = process.descendants().toList();
            process.destroy();
            if (!ended(process, patience)) {
                process.destroyForcibly();
                // a new server cannot start while one of the old one's workers is attached to the shared memory
                ended(process, patience);
                workers.forEach(worker -> ended(worker, patience));
            }
        });
    }

    boolean awaitEnd(Duration patience) {
        return process()
                .filter(this::servesDirectory)
                .map(process -> ended(process, patience))
                .orElse(true);
    }

    private Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    }

    private boolean servesDirectory(ProcessHandle process) {
        ProcessHandle.Info info = process.info();
        boolean postgres = info.command()
                .map(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
                .orElse(true);
        // some systems do not tell the arguments of other processes
        boolean here = info.arguments()
                .map(arguments -> Arrays.asList(arguments).contains(directory.toString()))
                .orElse(true);
        return postgres && here;
    }

    private static boolean ended(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
