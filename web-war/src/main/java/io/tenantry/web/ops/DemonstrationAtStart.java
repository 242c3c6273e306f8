package io.tenantry.web.ops;

import io.tenantry.tenant.start.Demonstration;
import io.tenantry.tenant.start.StartUp;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Creates the demonstration. Here, because every module has a part in it and the web module is the last to start. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class DemonstrationAtStart {

    @Inject
    StartUp startUp;

    @Inject
    Demonstration demonstration;

    @Inject
    @ConfigProperty(name = "tenantry.demo", defaultValue = "false")
    boolean wanted;

    @PostConstruct
    void start() {
        startUp.awaitReady();
        if (wanted) {
            demonstration.create();
        }
    }
}
