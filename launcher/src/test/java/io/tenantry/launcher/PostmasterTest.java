package io.tenantry.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmasterTest {

    @TempDir
    private Path directory;

    @Test
    void readsProcessAndPort() {
        List<String> lines = List.of(
                "4711", directory.toString(), "1795436000", "54321", "", "127.0.0.1", "  5432001    65536", "ready   ");

        assertThat(Postmaster.parse(lines, directory)).contains(new Postmaster(4711, directory, 54321));
    }

    @Test
    void aServerThatIsOnlyStartingHasNoPortYet() {
        assertThat(Postmaster.parse(List.of("4711", directory.toString()), directory))
                .contains(new Postmaster(4711, directory, 0));
    }

    @Test
    void nonsenseIsNoServer() {
        assertThat(Postmaster.parse(List.of(), directory)).isEmpty();
        assertThat(Postmaster.parse(List.of("not a number"), directory)).isEmpty();
    }

    @Test
    void withoutFileThereIsNoServer() {
        assertThat(Postmaster.recordedIn(directory)).isEmpty();
    }

    @Test
    void aLivingProcessThatIsNotPostgresDoesNotCount() throws IOException {
        Files.writeString(
                directory.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n" + directory + "\n0\n54321\n");
        Postmaster postmaster = Postmaster.recordedIn(directory).orElseThrow();

        assertThat(postmaster.lives()).isFalse();
        postmaster.forget();
        assertThat(Postmaster.recordedIn(directory)).isEmpty();
    }
}
