package io.tenantry.tenant.job.internal;

import io.tenantry.platform.database.BatchDatabase;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.job.JobReport;
import io.tenantry.tenant.job.JobSlot;
import io.tenantry.tenant.job.internal.Jobs.Job;
import io.tenantry.tenant.job.internal.sql.ClaimStatements;
import io.tenantry.tenant.job.internal.sql.ClaimStatements.Wanted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Claims a slot, runs its job and keeps the report. */
@ApplicationScoped
public class RunSlot {

    /** For how long a node may be silent before another takes over. It is renewed far more often. */
    static final Duration LEASE = Duration.ofMinutes(3);

    private static final System.Logger LOGGER = System.getLogger(RunSlot.class.getName());

    @Inject
    BatchDatabase database;

    @Inject
    BusinessClock clock;

    @Inject
    Node node;

    private final AtomicReference<Claim> running = new AtomicReference<>();

    /** @param again also if it failed just now */
    public Attempt attempt(Job job, JobSlot slot, boolean again) {
        Wanted wanted = wanted(job, slot, again);
        Optional<Claim> claim = database.transaction(on -> ClaimStatements.claim(on, wanted, node));
        if (claim.isPresent()) {
            return run(job, slot, claim.get()).isPresent() ? Attempt.DONE : Attempt.FAILED;
        }
        return switch (database.transaction(on -> ClaimStatements.status(on, job.name(), slot))
                .orElse("running")) {
            case "done" -> Attempt.DONE;
            case "failed" -> Attempt.FAILED;
            default -> Attempt.ELSEWHERE;
        };
    }

    /** Runs it whether it is done or not; empty if it failed. */
    public Optional<JobReport> byHand(Job job, JobSlot slot) {
        return run(job, slot, database.transaction(on -> ClaimStatements.byHand(on, wanted(job, slot, true), node)));
    }

    /** Says that this node is alive. */
    public void renew() {
        Claim claim = running.get();
        if (claim != null) {
            Instant lease = clock.wallClock().plus(LEASE);
            database.transaction(on -> ClaimStatements.renew(on, claim, lease));
        }
    }

    private Wanted wanted(Job job, JobSlot slot, boolean again) {
        Instant now = clock.wallClock();
        return new Wanted(job.name(), slot, now, now.plus(LEASE), again);
    }

    private Optional<JobReport> run(Job job, JobSlot slot, Claim claim) {
        running.set(claim);
        TenantContext.clear();
        try {
            JobReport report = job.work().run(slot);
            finished(job, slot, database.transaction(on -> ClaimStatements.done(on, claim, report, clock.wallClock())));
            return Optional.of(report);
        } catch (RuntimeException e) {
            LOGGER.log(System.Logger.Level.ERROR, "a job failed: " + said(job, slot), e);
            Instant now = clock.wallClock();
            Instant retry = now.plus(Backoff.after(claim.attempt()));
            finished(job, slot, database.transaction(on -> ClaimStatements.failed(on, claim, now, retry)));
            return Optional.empty();
        } finally {
            TenantContext.clear();
            running.set(null);
        }
    }

    private static void finished(Job job, JobSlot slot, boolean counts) {
        if (!counts) {
            LOGGER.log(System.Logger.Level.WARNING, "another node has taken over: " + said(job, slot));
        }
    }

    private static String said(Job job, JobSlot slot) {
        return "job=" + job.name() + " day=" + slot.day() + " zone=" + slot.zone();
    }
}
