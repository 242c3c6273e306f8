package io.tenantry.probe;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** Works on the thread of a non-persistent timer. */
@Singleton
public class Timers {

    private static final Queue<Job> JOBS = new ConcurrentLinkedQueue<>();

    private record Job(Supplier<String> work, CompletableFuture<String> result) {}

    public static CompletableFuture<String> call(Supplier<String> work) {
        Job job = new Job(work, new CompletableFuture<>());
        JOBS.add(job);
        return job.result();
    }

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void run() {
        for (Job job = JOBS.poll(); job != null; job = JOBS.poll()) {
            job.result().complete(job.work().get());
        }
    }
}
