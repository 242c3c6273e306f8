package io.tenantry.tenant.job;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.time.ClockMoved;
import io.tenantry.tenant.job.internal.JobThread;
import io.tenantry.tenant.job.internal.Jobs;
import io.tenantry.tenant.job.internal.Jobs.Job;
import io.tenantry.tenant.job.internal.RunDueSlots;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;

/** Runs daily jobs for somebody who waits for them. Else a timer does. */
@ApplicationScoped
public class RunJobs {

    @Inject
    Jobs jobs;

    @Inject
    RunDueSlots run;

    @Inject
    JobThread thread;

    /**
     * Runs a job in all time zones, by the same code as its timer, whether it has run for that day or not.
     *
     * @param day the slot's day in a zone
     * @throws ProblemException {@code not-found} if there is no such job
     */
    public JobReport byHand(String name, Function<ZoneId, LocalDate> day) {
        Job job = jobs.named(name);
        return outside(() -> run.byHand(job, day));
    }

    /** Who moves the test clock finds done what has fallen due. */
    void catchUp(@Observes ClockMoved moved) {
        outside(() -> {
            run.until(moved);
            return moved;
        });
    }

    private <T> T outside(Supplier<T> work) {
        Future<T> future = thread.start(work);
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("jobs could not be run", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the wait for jobs was cut off", e);
        }
    }
}
