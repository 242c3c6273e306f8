package io.tenantry.cmo.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.platform.problem.FieldError;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTimesTest {

    private static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-03-31T12:05:00Z,",
        "2026-03-31T12:05:00.000001Z, cmo.report-in-the-future",
        "2025-02-28T12:00:00Z,",
        "2025-02-28T11:59:59.999999Z, cmo.report-too-old"
    })
    void isTakenFromThirteenMonthsAgoToWhatAClockMayBeAhead(Instant at, String refusal) {
        assertThat(ReportTimes.broken(at, NOW).map(FieldError::detail).map(text -> text.key()))
                .isEqualTo(Optional.ofNullable(refusal));
    }
}
