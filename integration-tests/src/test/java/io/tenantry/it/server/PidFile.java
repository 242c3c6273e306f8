package io.tenantry.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** The file in which a server leaves the number of its process. */
record PidFile(Path file) {

    /** The process, unless the number belongs to another by now: one that began after the file was written. */
    Optional<ProcessHandle> running() {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            Instant written = Files.getLastModifiedTime(file).toInstant();
            return ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
                    .filter(process -> process.info()
                            .startInstant()
                            .map(start -> !start.isAfter(written))
                            .orElse(false));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends what an earlier run left behind when it was cut short. */
    void killLeftOver() {
        running().ifPresent(left -> {
            left.destroyForcibly();
            left.onExit().join();
        });
    }
}
