package io.tenantry.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresPortTest {

    @TempDir
    private Path directory;

    @Test
    void staysTheSame() throws IOException {
        Path file = directory.resolve("port");

        assertThat(new PostgresPort(file).choose()).isEqualTo(new PostgresPort(file).choose());
    }

    @Test
    void movesAwayFromATakenPort() throws IOException {
        PostgresPort port = new PostgresPort(directory.resolve("port"));
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port.remember(taken.getLocalPort());

            assertThat(port.choose()).isNotEqualTo(taken.getLocalPort());
        }
    }

    @Test
    void aDamagedFileIsReplaced() throws IOException {
        Path file = Files.writeString(directory.resolve("port"), "");

        assertThat(new PostgresPort(file).choose()).isPositive();
    }
}
