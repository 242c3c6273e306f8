package io.tenantry.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplicationSettingsTest {

    @TempDir
    private Path directory;

    private final Properties system = new Properties();

    @Test
    void tellsTheApplicationWhatItNeeds() {
        settings().applyTo(system, Map.of());

        assertThat(system)
                .containsEntry("tenantry.demo", "true")
                .containsEntry("tenantry.test-clock", "false")
                .containsEntry("tenantry.cookie.secure", "false")
                .containsEntry("tenantry.base-domain", "localhost")
                .containsEntry("tenantry.public-url", "http://localhost:8080")
                .containsEntry("tenantry.node", "box:8080")
                .containsEntry(
                        "mp.jwt.verify.publickey.location",
                        directory.resolve("jwt-public.pem").toUri().toString())
                .containsEntry(
                        "tenantry.jwt.private-key.location",
                        directory.resolve("jwt-private.pem").toUri().toString())
                .containsKeys("tenantry.setup-token", "tenantry.secret-key");
    }

    @Test
    void theOperatorsPropertiesWin() {
        system.setProperty("tenantry.node", "north");

        settings().applyTo(system, Map.of("TENANTRY_BASE_DOMAIN", "example.test", "tenantry_cookie_secure", "true"));

        assertThat(system)
                .containsEntry("tenantry.node", "north")
                .doesNotContainKeys("tenantry.base-domain", "tenantry.cookie.secure", "tenantry.public-url");
    }

    private ApplicationSettings settings() {
        HttpAddress address = new HttpAddress("127.0.0.1", 8080);
        LaunchSettings launch =
                new LaunchSettings(address, directory, Optional.empty(), Optional.empty(), 16, true, false);
        return new ApplicationSettings(launch, address, new Secrets(directory), "box");
    }
}
