package io.tenantry.tenant.job.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    @ParameterizedTest
    @CsvSource({"1, PT1M", "2, PT2M", "6, PT32M", "7, PT1H", "1000000, PT1H"})
    void doublesUpToAnHour(int attempts, Duration rest) {
        assertThat(Backoff.after(attempts)).isEqualTo(rest);
    }
}
