package io.tenantry.tenant.webhook.internal;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** When a delivery that failed is tried again: later each time, and not all at the same moment. */
final class RetrySchedule {

    static final Duration LONGEST = Duration.ofHours(24);
    private static final double JITTER = 0.2;

    private final List<Duration> pauses;
    private final RandomGenerator random;

    RetrySchedule(List<Duration> pauses, RandomGenerator random) {
        this.pauses = List.copyOf(pauses);
        this.random = random;
    }

    /**
     * @param attempts how many have failed
     * @param asked how long the receiver wants to be left alone
     * @return empty if it is given up
     */
    Optional<Duration> pause(int attempts, Optional<Duration> asked) {
        if (attempts > pauses.size()) {
            return Optional.empty();
        }
        Duration planned = pauses.get(attempts - 1);
        Duration jittered =
                Duration.ofMillis(Math.round(planned.toMillis() * (1 - JITTER + 2 * JITTER * random.nextDouble())));
        return Optional.of(asked.filter(wish -> wish.compareTo(jittered) > 0)
                .map(RetrySchedule::capped)
                .orElse(jittered));
    }

    /** Reads {@code Retry-After}: seconds or a date (RFC 9110, 10.2.3); empty for anything else. */
    static Optional<Duration> retryAfter(String header, Instant now) {
        if (header == null) {
            return Optional.empty();
        }
        if (header.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(header)));
        }
        try {
            Instant until = ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(Duration.between(now, until)).filter(wait -> !wait.isNegative());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Duration capped(Duration wish) {
        return wish.compareTo(LONGEST) > 0 ? LONGEST : wish;
    }
}
