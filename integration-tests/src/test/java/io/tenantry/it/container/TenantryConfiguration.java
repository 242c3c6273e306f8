package io.tenantry.it.container;

import io.tenantry.it.server.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.jboss.arquillian.container.spi.ConfigurationException;
import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;

/** What {@code arquillian.xml} says about the product under test. */
public final class TenantryConfiguration implements ContainerConfiguration {

    enum Server {
        MICRO,
        PAYARA,
        WILDFLY
    }

    private Server server;
    private String launcher;
    private String data;
    private String ear;
    private String servers;
    private int poolSize;
    private int startTimeoutSeconds;

    @Override
    public void validate() throws ConfigurationException {
        if (!Files.isReadable(packagedApplication())) {
            throw new ConfigurationException("No product at " + packagedApplication() + ": build it first");
        }
    }

    Server server() {
        return server;
    }

    Path jar() {
        return path(launcher).resolve("tenantry.jar");
    }

    Path packagedApplication() {
        return server == Server.MICRO
                ? path(launcher).resolve("tenantry.war")
                : path(ear).resolve("tenantry.ear");
    }

    /** The packaged application with the probe in it. */
    Path application() {
        return dataDirectory().resolveSibling("probed-" + packagedApplication().getFileName());
    }

    Path dataDirectory() {
        return path(data);
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

    Setting setting() {
        return new Setting("tested", path(servers), path(ear), application(), poolSize);
    }

    private static Path path(String name) {
        return Path.of(name).toAbsolutePath().normalize();
    }

    // Arquillian writes the configuration by these

    public void setServer(String server) {
        this.server = Server.valueOf(server.toUpperCase(Locale.ROOT));
    }

    public void setLauncher(String launcher) {
        this.launcher = launcher;
    }

    public void setData(String data) {
        this.data = data;
    }

    public void setEar(String ear) {
        this.ear = ear;
    }

    public void setServers(String servers) {
        this.servers = servers;
    }

    public void setPoolSize(int poolSize) {
        this.poolSize = poolSize;
    }

    public void setStartTimeoutSeconds(int startTimeoutSeconds) {
        this.startTimeoutSeconds = startTimeoutSeconds;
    }
}
