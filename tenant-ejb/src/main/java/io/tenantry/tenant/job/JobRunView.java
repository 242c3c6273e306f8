package io.tenantry.tenant.job;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A run of a job.
 *
 * @param status {@code running}, {@code done} or {@code failed}
 * @param startedAt by the real time, like the end
 * @param finishedAt {@code null} while it runs
 * @param durationMs {@code null} while it runs
 */
public record JobRunView(
        LocalDate day,
        String zone,
        boolean byHand,
        String status,
        String node,
        Instant startedAt,
        Instant finishedAt,
        Long durationMs,
        long due,
        long done,
        long already,
        long failed) {

    /** How many pieces of work. */
    public record Counts(long due, long done, long already, long failed) {}

    public JobRunView(
            LocalDate day,
            String zone,
            boolean byHand,
            String status,
            String node,
            Instant startedAt,
            Instant finishedAt,
            Counts counts) {
        this(
                day,
                zone,
                byHand,
                status,
                node,
                startedAt,
                finishedAt,
                finishedAt == null
                        ? null
                        : Duration.between(startedAt, finishedAt).toMillis(),
                counts.due(),
                counts.done(),
                counts.already(),
                counts.failed());
    }
}
