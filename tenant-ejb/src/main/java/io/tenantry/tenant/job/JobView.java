package io.tenantry.tenant.job;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A job, for the platform's administrator.
 *
 * @param lastRun {@code null} before the first
 * @param nextRunAt when a slot next falls due, by the time of business; {@code null} without tenants
 * @param overdue slots that have fallen due and are not done
 * @param stuck slots that run or have failed; the later days of their zone wait for them
 * @param failures what the latest runs in all zones could not do, at most 200
 */
public record JobView(
        String name, JobRunView lastRun, Instant nextRunAt, long overdue, List<Stuck> stuck, List<Failure> failures) {

    /** A slot that is not done. {@code retryAt}: {@code null} while it runs. */
    public record Stuck(LocalDate day, String zone, String status, int attempts, Instant retryAt) {}

    /** The rule that a tenant's data breaks. */
    public record Failure(LocalDate day, String zone, String tenant, String rule) {}
}
