package io.tenantry.billing.dunning;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The steps of dunning, by configuration. The product does not start with ones that cannot be read. */
@Singleton
@Startup
@Lock(LockType.READ)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class ConfiguredDunning {

    @Inject
    @ConfigProperty(name = "tenantry.dunning", defaultValue = DunningSchedule.DEFAULT)
    String text;

    private DunningSchedule schedule;

    @PostConstruct
    void start() {
        schedule = DunningSchedule.parse(text);
    }

    public DunningSchedule schedule() {
        return schedule;
    }
}
