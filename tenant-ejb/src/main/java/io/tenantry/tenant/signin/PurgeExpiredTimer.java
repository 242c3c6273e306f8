package io.tenantry.tenant.signin;

import io.tenantry.platform.time.TimerWork;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Removes every ten minutes, on every node, what has expired. */
@Singleton
@DependsOn("StartUp")
@TransactionManagement(TransactionManagementType.BEAN)
public class PurgeExpiredTimer {

    @Inject
    PurgeExpired purge;

    @Schedule(hour = "*", minute = "*/10", persistent = false)
    void run() {
        TimerWork.attempt("the purge of what has expired", purge::run);
    }
}
