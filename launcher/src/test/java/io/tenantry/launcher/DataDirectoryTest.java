package io.tenantry.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    private Path parent;

    @Test
    void isForItsOwnerOnly() throws IOException {
        Path root = parent.resolve("a/b");

        DataDirectory.prepare(root);

        assertThat(Files.getPosixFilePermissions(root)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void isUsedByOneAtATime() throws IOException {
        DataDirectory.prepare(parent);
        try (DataDirectory first = DataDirectory.open(parent)) {
            assertThatExceptionOfType(LaunchFailure.class)
                    .isThrownBy(() -> DataDirectory.open(parent))
                    .withMessageContaining(first + " is in use");
        }
        DataDirectory.open(parent).close();
    }

    @Test
    void leavesForeignDirectoriesAlone() throws IOException {
        Files.createFile(parent.resolve("somebody's file"));
        var before = Files.getPosixFilePermissions(parent);

        assertThatExceptionOfType(LaunchFailure.class)
                .isThrownBy(() -> DataDirectory.prepare(parent))
                .withMessageContaining("holds other files");
        assertThat(Files.getPosixFilePermissions(parent)).isEqualTo(before);
    }

    @Test
    void cannotBeAFile() throws IOException {
        Path file = Files.createFile(parent.resolve("file"));

        assertThatExceptionOfType(LaunchFailure.class)
                .isThrownBy(() -> DataDirectory.prepare(file))
                .withMessageContaining("is a file");
    }
}
