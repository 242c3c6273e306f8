package io.tenantry.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExternalDatabaseTest {

    private static final Map<String, String> PASSWORDS = Map.of(
            "TENANTRY_DB_OWNER_PASSWORD", "o", "TENANTRY_DB_APP_PASSWORD", "a", "TENANTRY_DB_BATCH_PASSWORD", "b");

    @Test
    void namesTheMissingVariable() {
        assertThatExceptionOfType(LaunchFailure.class)
                .isThrownBy(() ->
                        ExternalDatabase.connect("jdbc:postgresql://db/t", Map.of("TENANTRY_DB_OWNER_PASSWORD", "o")))
                .withMessageContaining("TENANTRY_DB_APP_PASSWORD");
    }

    @Test
    void saysInOneLineThatNobodyAnswers() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }

        assertThatExceptionOfType(LaunchFailure.class)
                .isThrownBy(() -> ExternalDatabase.connect(
                        "jdbc:postgresql://127.0.0.1:" + closed + "/t?sslpassword=x", PASSWORDS))
                .withMessageStartingWith("Cannot reach the database at 127.0.0.1:" + closed + "/t: ")
                .satisfies(failure ->
                        assertThat(failure.getMessage()).hasLineCount(1).doesNotContain("sslpassword"));
    }

    @Test
    void acceptsOnlyPostgresqlAddresses() {
        assertThat(ExternalDatabase.accepts("jdbc:postgresql://db:5432/t?sslmode=require"))
                .isTrue();
        assertThat(ExternalDatabase.accepts("jdbc:postgresql://db:port/t")).isFalse();
        assertThat(ExternalDatabase.accepts("postgres://db/t")).isFalse();
    }
}
