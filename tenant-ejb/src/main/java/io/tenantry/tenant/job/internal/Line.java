package io.tenantry.tenant.job.internal;

import io.tenantry.tenant.job.JobSlot;
import io.tenantry.tenant.job.internal.Jobs.Job;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/**
 * The days of a job in a time zone, one after the other.
 *
 * @param day the first that is not done
 */
public record Line(Job job, ZoneId zone, LocalDate day) {

    /** As slots run. A day that a zone left out begins together with the day after it. */
    public static final Comparator<Line> ORDER = Comparator.comparing(
                    (Line line) -> line.slot().at())
            .thenComparing(Line::day)
            .thenComparing(line -> line.job().order())
            .thenComparing(line -> line.job().name())
            .thenComparing(line -> line.zone().getId());

    public JobSlot slot() {
        return new JobSlot(day, zone);
    }

    public boolean isDue(Instant now) {
        return !slot().at().isAfter(now);
    }

    public Line next() {
        return new Line(job, zone, day.plusDays(1));
    }

    /** How many of its slots have fallen due and are not done. */
    public long overdue(Instant now) {
        return Math.max(0, ChronoUnit.DAYS.between(day, today(now)) + 1);
    }

    /** When the next of its slots falls due. */
    public Instant nextDue(Instant now) {
        return today(now).plusDays(1).atStartOfDay(zone).toInstant();
    }

    private LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, zone);
    }
}
