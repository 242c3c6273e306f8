package io.tenantry.tenant.job.internal;

import io.tenantry.platform.database.BatchDatabase;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.platform.time.ClockMoved;
import io.tenantry.tenant.job.JobReport;
import io.tenantry.tenant.job.JobSlot;
import io.tenantry.tenant.job.internal.sql.LineStatements;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Runs slots in the order of their instants, one after the other on each node.
 *
 * <p>One that failed holds up the later days of its job and zone only. One that runs on another node holds up all of its
 * zone, because the jobs after it may need what it does.
 */
@ApplicationScoped
public class RunDueSlots {

    private static final Duration KEPT = Duration.ofDays(400);

    @Inject
    Jobs jobs;

    @Inject
    RunSlot slots;

    @Inject
    BatchDatabase database;

    @Inject
    BusinessClock clock;

    private final ReentrantLock turn = new ReentrantLock();
    private volatile boolean ending;

    /** Runs what is due, unless this node is at it already. */
    public void wake() {
        if (turn.tryLock()) {
            try {
                pass(clock.now(), false);
            } finally {
                turn.unlock();
            }
        }
    }

    /** Forgets runs of long ago. */
    public void forget() {
        List<String> names = jobs.all().stream().map(Jobs.Job::name).toList();
        Instant before = clock.wallClock().minus(KEPT);
        database.transaction(on -> LineStatements.forget(on, names, before));
    }

    /** Runs what fell due when the clock was moved, or waits for the node that does. */
    public void until(ClockMoved moved) {
        turn.lock();
        try {
            Instant end = clock.wallClock().plus(RunSlot.LEASE);
            while (pass(moved.from(), true) && clock.wallClock().isBefore(end)) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
        } finally {
            turn.unlock();
        }
    }

    /** @throws IllegalStateException after all zones, if it failed in some */
    public JobReport byHand(Jobs.Job job, Function<ZoneId, LocalDate> day) {
        turn.lock();
        try {
            JobReport all = JobReport.NOTHING;
            int failed = 0;
            for (JobSlot slot : slotsOf(day)) {
                Optional<JobReport> report = slots.byHand(job, slot);
                failed += report.isEmpty() ? 1 : 0;
                all = all.plus(report.orElse(JobReport.NOTHING));
            }
            if (failed > 0) {
                throw new IllegalStateException(job.name() + " failed in zones: " + failed);
            }
            return all;
        } finally {
            turn.unlock();
        }
    }

    @PreDestroy
    void end() {
        ending = true;
    }

    /**
     * @param seen the time at which a new zone or job is first seen
     * @param again also what failed just now
     * @return whether another node is at something that is due
     */
    private boolean pass(Instant seen, boolean again) {
        List<Jobs.Job> all = jobs.all();
        DueSlots due = new DueSlots(
                database.transaction(on -> Lines.keep(on, all, seen)).all());
        boolean elsewhere = false;
        Optional<Line> next = due.next(clock.now());
        while (next.isPresent() && !ending) {
            Line line = next.get();
            switch (slots.attempt(line.job(), line.slot(), again)) {
                case DONE -> due.done(line);
                case ELSEWHERE -> {
                    due.leave(line.zone());
                    elsewhere = true;
                }
                default -> due.leaveWhatRestsOn(line);
            }
            next = due.next(clock.now());
        }
        return elsewhere;
    }

    private List<JobSlot> slotsOf(Function<ZoneId, LocalDate> day) {
        return database.transaction(Lines::zones).stream()
                .map(zone -> new JobSlot(day.apply(zone), zone))
                .sorted(Comparator.comparing(JobSlot::at)
                        .thenComparing(slot -> slot.zone().getId()))
                .toList();
    }
}
