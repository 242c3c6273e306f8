package io.tenantry.it;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** A test that reaches the product over HTTP only, on whichever server the container of {@code arquillian.xml} is. */
@ArquillianTest
@RunAsClient
public abstract class BlackBox {

    @Deployment(testable = false)
    public static WebArchive product() {
        return ShrinkWrap.create(WebArchive.class, "tenantry.war");
    }
}
