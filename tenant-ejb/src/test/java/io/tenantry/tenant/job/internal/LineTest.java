package io.tenantry.tenant.job.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.tenant.job.internal.Jobs.Job;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a day begins, and how far a job lies behind. */
class LineTest {

    private static final Job SNAPSHOT = new Job("snapshot", 10, null);

    @ParameterizedTest
    @CsvSource({
        "UTC, 2026-03-01, 2026-03-01T00:00:00Z",
        "Pacific/Pago_Pago, 2026-03-01, 2026-03-01T11:00:00Z",
        "Pacific/Kiritimati, 2026-03-01, 2026-02-28T10:00:00Z",
        "Asia/Kathmandu, 2028-02-29, 2028-02-28T18:15:00Z",
        // the clock goes forward at 2, and back at 3
        "Europe/Madrid, 2026-03-29, 2026-03-28T23:00:00Z",
        "Europe/Madrid, 2026-03-30, 2026-03-29T22:00:00Z",
        "Europe/Madrid, 2026-10-25, 2026-10-24T22:00:00Z",
        "Europe/Madrid, 2026-10-26, 2026-10-25T23:00:00Z",
        // the clock goes forward at midnight: the day begins at 1
        "America/Asuncion, 2023-10-01, 2023-10-01T04:00:00Z",
        // it goes back at midnight: there are two, and the first counts
        "America/Havana, 2026-11-01, 2026-11-01T04:00:00Z",
        // Samoa left the day out
        "Pacific/Apia, 2011-12-29, 2011-12-29T10:00:00Z",
        "Pacific/Apia, 2011-12-30, 2011-12-30T10:00:00Z",
        "Pacific/Apia, 2011-12-31, 2011-12-30T10:00:00Z"
    })
    void isDueFromTheFirstMomentOfTheDay(ZoneId zone, LocalDate day, Instant begins) {
        Line line = new Line(SNAPSHOT, zone, day);

        assertThat(line.isDue(begins)).isTrue();
        assertThat(line.isDue(begins.minusNanos(1))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "UTC, 2026-03-01, 2026-02-28T23:59:59.999999Z, 0",
        "UTC, 2026-03-01, 2026-03-01T00:00:00Z, 1",
        "UTC, 2026-03-01, 2027-03-01T12:00:00Z, 366",
        "UTC, 2026-03-01, 2020-01-01T00:00:00Z, 0",
        "Pacific/Kiritimati, 2026-03-01, 2026-02-28T10:00:00Z, 1",
        "Pacific/Pago_Pago, 2026-03-01, 2026-03-01T10:59:59Z, 0",
        "Europe/Madrid, 2026-03-28, 2026-03-30T22:00:00Z, 4",
        "Pacific/Apia, 2011-12-29, 2011-12-30T10:00:00Z, 3"
    })
    void countsWhatHasFallenDue(ZoneId zone, LocalDate day, Instant now, long slots) {
        Line line = new Line(SNAPSHOT, zone, day);

        assertThat(line.overdue(now)).isEqualTo(slots);
        Line last = line;
        for (long i = 0; i < slots; i++) {
            assertThat(last.isDue(now)).isTrue();
            last = last.next();
        }
        assertThat(last.isDue(now)).isFalse();
    }

    @Test
    void fallsDueNextTomorrow() {
        Line line = new Line(SNAPSHOT, ZoneId.of("Europe/Madrid"), LocalDate.parse("2026-03-01"));

        assertThat(line.nextDue(Instant.parse("2026-03-28T23:00:00Z"))).isEqualTo("2026-03-29T22:00:00Z");
        assertThat(line.nextDue(Instant.parse("2026-03-28T22:59:59Z"))).isEqualTo("2026-03-28T23:00:00Z");
    }
}
