package io.tenantry.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class BusinessClockTest {

    private static final Instant FAR = Instant.parse("2500-01-01T00:00:00Z");

    private final BusinessClock clock = new BusinessClock(true);

    @Test
    void runsOnFromWhereItWasMovedTo() {
        clock.moveTo(FAR);

        assertThat(clock.now()).isBetween(FAR, FAR.plusSeconds(600));
    }

    @Test
    void theWallClockDoesNotMove() {
        clock.moveTo(FAR);

        assertThat(clock.wallClock()).isBefore(FAR);
    }

    @Test
    void neverGoesBackwards() {
        clock.moveTo(FAR);

        assertThatThrownBy(() -> clock.moveTo(FAR.minusSeconds(1))).isInstanceOf(IllegalArgumentException.class);
        assertThat(clock.now()).isAfterOrEqualTo(FAR);
    }

    @Test
    void onlyATestClockMoves() {
        BusinessClock real = new BusinessClock(false);

        assertThat(real.isAdjustable()).isFalse();
        assertThatThrownBy(() -> real.moveTo(FAR)).isInstanceOf(IllegalStateException.class);
        assertThat(real.now()).isBefore(FAR);
    }

    @Test
    void readsMicrosecondsAsTheDatabaseKeepsThem() {
        assertThat(clock.now().getNano() % 1_000).isZero();
        assertThat(clock.wallClock().getNano() % 1_000).isZero();
    }
}
