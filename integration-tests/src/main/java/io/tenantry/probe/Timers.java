package io.tenantry.probe;

import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Counts on the thread of a non-persistent timer. */
@Singleton
public class Timers {

    private static final Queue<Job> JOBS = new ConcurrentLinkedQueue<>();

    @Inject
    Seals seals;

    private record Job(Optional<TenantId> tenant, CompletableFuture<String> result) {}

    public static CompletableFuture<String> count(Optional<TenantId> tenant) {
        Job job = new Job(tenant, new CompletableFuture<>());
        JOBS.add(job);
        return job.result();
    }

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void run() {
        for (Job job = JOBS.poll(); job != null; job = JOBS.poll()) {
            job.result()
                    .complete(job.tenant()
                            .map(tenant -> TenantContext.call(tenant, seals::countInNewTransaction))
                            .orElseGet(seals::countInNewTransaction));
        }
    }
}
