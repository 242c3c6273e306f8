package io.tenantry.tenant.lifecycle;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Looks every hour, on every node, for tenants whose grace is over. */
@Singleton
public class PurgeTimer {

    @Inject
    PurgeTenant purge;

    @Schedule(hour = "*", minute = "7", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void run() {
        purge.allDue();
    }
}
