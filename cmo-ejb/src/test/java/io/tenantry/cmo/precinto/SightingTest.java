package io.tenantry.cmo.precinto;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SightingTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Precinto precinto =
            new Precinto(new PrecintoValues("S-1", PrecintoStatus.available, 80, NOON, null), NOON.minusSeconds(3_600));

    @Test
    void aLaterOneSaysHowItIsNow() {
        precinto.seen(new Sighting(NOON.plusSeconds(1), 70, 9.5, -84.0));

        assertThat(precinto.view().lastSeenAt()).isEqualTo(NOON.plusSeconds(1));
        assertThat(precinto.view().batteryPct()).isEqualTo(70);
        assertThat(precinto.view().latitude()).isEqualTo(9.5);
        assertThat(precinto.view().longitude()).isEqualTo(-84.0);
    }

    @Test
    void oneThatWasOvertakenSaysNothing() {
        PrecintoView before = precinto.view();
        precinto.seen(new Sighting(NOON.minusSeconds(1), 90, 1.0, 1.0));
        assertThat(precinto.view()).isEqualTo(before);
    }

    @Test
    void whatItDoesNotSayStays() {
        precinto.seen(new Sighting(NOON.plusSeconds(1), null, 9.5, -84.0));
        precinto.seen(new Sighting(NOON.plusSeconds(2), 60, null, null));

        assertThat(precinto.view().lastSeenAt()).isEqualTo(NOON.plusSeconds(2));
        assertThat(precinto.view().batteryPct()).isEqualTo(60);
        assertThat(precinto.view().latitude()).isEqualTo(9.5);
    }
}
