package io.tenantry.it.container;

import java.io.IOException;
import java.net.URI;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.LifecycleException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.shrinkwrap.api.Archive;

/**
 * The product itself as the container: it brings its application along, so there is nothing to deploy, and it lives as
 * long as the test run.
 */
public final class TenantryContainer implements DeployableContainer<TenantryConfiguration> {

    private TenantryConfiguration configuration;
    private ProductProcess process;

    @Override
    public Class<TenantryConfiguration> getConfigurationClass() {
        return TenantryConfiguration.class;
    }

    @Override
    public void setup(TenantryConfiguration given) {
        this.configuration = given;
    }

    @Override
    public void start() throws LifecycleException {
        try {
            process = ProductProcess.start(configuration);
        } catch (IOException | ProductProcess.NotReady e) {
            throw new LifecycleException(e.getMessage(), e);
        }
    }

    @Override
    public void stop() throws LifecycleException {
        if (process != null && !process.stop()) {
            throw new LifecycleException("The product did not end when told to");
        }
    }

    @Override
    public ProtocolDescription getDefaultProtocol() {
        return new ProtocolDescription("Local");
    }

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) {
        URI address = process.address();
        return new ProtocolMetaData().addContext(new HTTPContext(address.getHost(), address.getPort()));
    }

    @Override
    public void undeploy(Archive<?> archive) {
        // nothing was deployed
    }
}
