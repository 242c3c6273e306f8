package io.tenantry.it.container;

import io.tenantry.it.product.Product;
import java.net.URI;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.event.container.AfterDeploy;
import org.jboss.arquillian.core.api.Instance;
import org.jboss.arquillian.core.api.annotation.Inject;
import org.jboss.arquillian.core.api.annotation.Observes;

/** Takes the address from what any container says about a deployment, so tests know no container. */
public final class AddressObserver {

    @Inject
    private Instance<ProtocolMetaData> metadata;

    void publish(@Observes AfterDeploy event) {
        HTTPContext context =
                metadata.get().getContexts(HTTPContext.class).iterator().next();
        Product.isAt(URI.create("http://" + context.getHost() + ":" + context.getPort()));
    }
}
