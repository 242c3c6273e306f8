package io.tenantry.tenant.activity;

import io.tenantry.platform.time.TimerWork;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Seals every minute, and looks after the partitions every hour, once the start has made the schema. */
@Singleton
@DependsOn("StartUp")
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class ActivityTimers {

    @Inject
    SealAllActivity sealAll;

    @Inject
    ActivityUpkeep upkeep;

    @Schedule(hour = "*", minute = "*", second = "20", persistent = false)
    void seal() {
        TimerWork.attempt("the sealing of activity logs", sealAll::run);
    }

    @Schedule(hour = "*", minute = "7", persistent = false)
    void keep() {
        TimerWork.attempt("the upkeep of activity logs", upkeep::keep);
    }
}
