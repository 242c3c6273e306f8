package io.tenantry.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTest {

    @TempDir
    private Path directory;

    @Test
    void continuesTheFileOfTheLastStart() throws IOException {
        Path file = directory.resolve("server.log");
        write(file, 100, "first ");
        write(file, 100, "second");

        assertThat(file).hasContent("first second");
    }

    @Test
    void keepsFiveFullFiles() throws IOException {
        Path file = directory.resolve("server.log");
        write(file, 4, "one.", "two.", "3rd.", "4th.", "5th.", "6th.", "7th.");

        assertThat(file).hasContent("7th.");
        assertThat(directory.resolve("server.log.1")).hasContent("6th.");
        assertThat(directory.resolve("server.log.5")).hasContent("two.");
        assertThat(directory.resolve("server.log.6")).doesNotExist();
    }

    private static void write(Path file, long limit, String... texts) throws IOException {
        try (ServerLog log = new ServerLog(file, limit)) {
            for (String text : texts) {
                log.write(text.getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
