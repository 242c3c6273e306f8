package io.tenantry.web.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T10:00:00Z, 2026-03-01T10:00:00Z",
        "2026-03-01T10:00:00z, 2026-03-01T10:00:00Z",
        "2026-03-01T10:00:00.123456Z, 2026-03-01T10:00:00.123456Z",
        "2026-03-01T10:00:00-05:00, 2026-03-01T15:00:00Z",
        "2026-03-01T00:30:00+01:00, 2026-02-28T23:30:00Z",
        "2024-02-29T00:00:00Z, 2024-02-29T00:00:00Z",
        "1900-01-01T00:00:00Z, 1900-01-01T00:00:00Z",
        "2999-12-31T23:59:59.999999999Z, 2999-12-31T23:59:59.999999999Z"
    })
    void readsWhatRfc3339Writes(String text, Instant instant) {
        assertThat(Instants.parse(text)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-03-01",
                "2026-03-01T10:00:00",
                "2026-03-01 10:00:00Z",
                "2026-02-29T10:00:00Z",
                "2026-03-01T24:00:00Z",
                "2026-03-01T10:00:00[Europe/Madrid]",
                "2026-03-01T10:00:00+01:00[Europe/Madrid]",
                "1772359200",
                "1899-12-31T23:59:59Z",
                "1900-01-01T00:00:00+01:00",
                "3000-01-01T00:00:00Z",
                "+999999999-12-31T23:59:59Z",
                "-999999999-01-01T00:00:00+18:00"
            })
    void refusesAnyOtherForm(String text) {
        assertThatThrownBy(() -> Instants.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
