package io.tenantry.tenant.activity;

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

    private static final System.Logger LOGGER = System.getLogger(ActivityTimers.class.getName());

    @Inject
    SealAllActivity sealAll;

    @Inject
    ActivityUpkeep upkeep;

    @Schedule(hour = "*", minute = "*", second = "20", persistent = false)
    void seal() {
        attempt(sealAll::run, "sealed");
    }

    @Schedule(hour = "*", minute = "7", persistent = false)
    void keep() {
        attempt(upkeep::keep, "kept");
    }

    /** A timer that throws may be cancelled by its server. */
    private static void attempt(Runnable work, String what) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOGGER.log(System.Logger.Level.WARNING, "activity logs could not be " + what + "; tried again later", e);
        }
    }
}
