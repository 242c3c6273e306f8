package io.tenantry.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class HttpAddressTest {

    @Test
    void refusesAPortThatIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatExceptionOfType(LaunchFailure.class)
                    .isThrownBy(() -> new HttpAddress("127.0.0.1", taken.getLocalPort()).free())
                    .withMessageContaining("Port " + taken.getLocalPort() + " on 127.0.0.1 is already in use");
        }
    }

    @Test
    void portZeroBecomesAFreeOne() {
        assertThat(new HttpAddress("127.0.0.1", 0).free().port()).isPositive();
    }

    @Test
    void urlCanBeOpenedOnThisMachine() {
        assertThat(new HttpAddress("127.0.0.1", 8080).url()).isEqualTo("http://127.0.0.1:8080/");
        assertThat(new HttpAddress("0.0.0.0", 80).url()).isEqualTo("http://127.0.0.1:80/");
        assertThat(new HttpAddress("::1", 8080).url()).isEqualTo("http://[::1]:8080/");
    }
}
