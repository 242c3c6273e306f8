package io.tenantry.cmo.report.internal;

import io.tenantry.platform.problem.FieldError;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** From when to when something may have happened that is reported now. */
public final class ReportTimes {

    /** As long as ids are kept, so that none counts twice. */
    private static final int MONTHS_KEPT = 13;

    /** Clocks of devices are not better than that. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private ReportTimes() {}

    public static Instant oldest(Instant now) {
        return now.atOffset(ZoneOffset.UTC).minusMonths(MONTHS_KEPT).toInstant();
    }

    /** What is wrong with it, if anything. */
    public static Optional<FieldError> broken(Instant at, Instant now) {
        if (at.isAfter(now.plus(AHEAD))) {
            return Optional.of(FieldError.of("/at", "cmo.report-in-the-future"));
        }
        return at.isBefore(oldest(now)) ? Optional.of(FieldError.of("/at", "cmo.report-too-old")) : Optional.empty();
    }
}
