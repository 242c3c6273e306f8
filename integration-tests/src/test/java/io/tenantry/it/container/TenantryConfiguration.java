package io.tenantry.it.container;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jboss.arquillian.container.spi.ConfigurationException;
import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;

/** What {@code arquillian.xml} says about the product under test. */
public final class TenantryConfiguration implements ContainerConfiguration {

    private String home;
    private String data;
    private int poolSize;
    private int startTimeoutSeconds;

    @Override
    public void validate() throws ConfigurationException {
        if (!Files.isReadable(jar())) {
            throw new ConfigurationException("No product at " + jar() + ": build the launcher first");
        }
    }

    Path jar() {
        return Path.of(home).resolve("tenantry.jar").normalize();
    }

    Path dataDirectory() {
        return Path.of(data);
    }

    Path serverLog() {
        return dataDirectory().resolve("logs").resolve("server.log");
    }

    int poolSize() {
        return poolSize;
    }

    Duration startTimeout() {
        return Duration.ofSeconds(startTimeoutSeconds);
    }

    // Arquillian writes the configuration by these

    public void setHome(String home) {
        this.home = home;
    }

    public void setData(String data) {
        this.data = data;
    }

    public void setPoolSize(int poolSize) {
        this.poolSize = poolSize;
    }

    public void setStartTimeoutSeconds(int startTimeoutSeconds) {
        this.startTimeoutSeconds = startTimeoutSeconds;
    }
}
