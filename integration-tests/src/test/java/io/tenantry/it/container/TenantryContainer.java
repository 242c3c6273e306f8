package io.tenantry.it.container;

import io.tenantry.it.product.Product;
import io.tenantry.it.product.ProductDatabase;
import io.tenantry.it.server.Payara;
import io.tenantry.it.server.ProbedApplication;
import io.tenantry.it.server.Setting;
import io.tenantry.it.server.WildFly;
import java.io.IOException;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.LifecycleException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.shrinkwrap.api.Archive;

/**
 * The product as the container, on the server that {@code arquillian.xml} names: it brings its application along, so there
 * is nothing to deploy, and it lives as long as the test run.
 */
public final class TenantryContainer implements DeployableContainer<TenantryConfiguration> {

    private TenantryConfiguration configuration;
    private RunningProduct product;

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
            ProbedApplication.make(configuration.packagedApplication(), configuration.application());
            product = startProduct();
            Product.isAt(product.address());
            ProductDatabase.isAt(product.databaseUrl(), product.superuserPassword());
        } catch (IOException | IllegalStateException e) {
            throw new LifecycleException(e.getMessage(), e);
        }
    }

    private RunningProduct startProduct() throws IOException {
        Setting setting = configuration.setting();
        return switch (configuration.server()) {
            case MICRO -> LaunchedProduct.start(configuration);
            case PAYARA -> InstalledProduct.start(new Payara(setting));
            case WILDFLY -> InstalledProduct.start(new WildFly(setting));
        };
    }

    @Override
    public void stop() throws LifecycleException {
        if (product != null && !product.stop()) {
            throw new LifecycleException("The product did not end when told to");
        }
    }

    @Override
    public ProtocolDescription getDefaultProtocol() {
        return new ProtocolDescription("Local");
    }

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) {
        return new ProtocolMetaData()
                .addContext(new HTTPContext(
                        product.address().getHost(), product.address().getPort()));
    }

    @Override
    public void undeploy(Archive<?> archive) {
        // nothing was deployed
    }
}
