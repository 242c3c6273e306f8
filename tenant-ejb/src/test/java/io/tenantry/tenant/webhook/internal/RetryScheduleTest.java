package io.tenantry.tenant.webhook.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryScheduleTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final RetrySchedule schedule =
            new RetrySchedule(List.of(Duration.ofSeconds(5), Duration.ofHours(2)), new Random(1));

    @Test
    void waitsAboutAsLongAsPlannedAndNotAlwaysTheSame() {
        List<Duration> pauses = IntStream.range(0, 1000)
                .mapToObj(i -> schedule.pause(2, Optional.empty()).orElseThrow())
                .toList();
        assertThat(pauses).allSatisfy(pause -> assertThat(pause).isBetween(hours(1.6), hours(2.4)));
        assertThat(pauses).anySatisfy(pause -> assertThat(pause).isLessThan(hours(1.7)));
        assertThat(pauses).anySatisfy(pause -> assertThat(pause).isGreaterThan(hours(2.3)));
    }

    @Test
    void givesUpAfterTheLast() {
        assertThat(schedule.pause(1, Optional.empty())).isPresent();
        assertThat(schedule.pause(2, Optional.empty())).isPresent();
        assertThat(schedule.pause(3, Optional.empty())).isEmpty();
        assertThat(schedule.pause(3, Optional.of(Duration.ofSeconds(1)))).isEmpty();
    }

    @Test
    void waitsAsLongAsTheReceiverAsksForButNotForEver() {
        assertThat(schedule.pause(1, Optional.of(Duration.ofMinutes(3)))).contains(Duration.ofMinutes(3));
        assertThat(schedule.pause(1, Optional.of(Duration.ofDays(300)))).contains(Duration.ofHours(24));
        assertThat(schedule.pause(1, Optional.of(Duration.ofSeconds(1))).orElseThrow())
                .isGreaterThan(Duration.ofSeconds(3));
    }

    @Test
    void readsRetryAfter() {
        assertThat(RetrySchedule.retryAfter("120", NOW)).contains(Duration.ofMinutes(2));
        assertThat(RetrySchedule.retryAfter("Sun, 01 Mar 2026 10:05:00 GMT", NOW))
                .contains(Duration.ofMinutes(5));
        assertThat(RetrySchedule.retryAfter(null, NOW)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1.5", "99999999999", "Sun, 01 Mar 2026 09:05:00 GMT"})
    void readsNothingElse(String header) {
        assertThat(RetrySchedule.retryAfter(header, NOW)).isEmpty();
    }

    private static Duration hours(double hours) {
        return Duration.ofSeconds(Math.round(hours * 3600));
    }
}
