package io.tenantry.tenant.job;

import io.tenantry.platform.time.TimerWork;
import io.tenantry.tenant.job.internal.RunDueSlots;
import io.tenantry.tenant.job.internal.RunSlot;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Wakes the jobs up on every node; what is due, and for which node, stands in the database. */
@Singleton
@DependsOn("StartUp")
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class JobTimers {

    @Inject
    RunDueSlots due;

    @Inject
    RunSlot slots;

    @Schedule(hour = "*", minute = "*", persistent = false)
    void wake() {
        TimerWork.attempt("the daily jobs", due::wake);
    }

    @Schedule(hour = "*", minute = "17", persistent = false)
    void forget() {
        TimerWork.attempt("forgetting runs of jobs", due::forget);
    }

    /** A timer of its own: it fires also while a job runs. */
    @Schedule(hour = "*", minute = "*", second = "*/30", persistent = false)
    void renew() {
        TimerWork.attempt("the renewal of a claim", slots::renew);
    }
}
