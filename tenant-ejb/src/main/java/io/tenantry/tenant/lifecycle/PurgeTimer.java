package io.tenantry.tenant.lifecycle;

import io.tenantry.platform.time.TimerWork;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Looks every hour, on every node, for tenants whose grace is over. */
@Singleton
@DependsOn("StartUp")
public class PurgeTimer {

    @Inject
    PurgeTenant purge;

    @Schedule(hour = "*", minute = "7", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void run() {
        TimerWork.attempt("the purge of tenants", purge::allDue);
    }
}
