package io.tenantry.cmo.transito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TransitoTest {

    private static final Instant PLANNED = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant EXPECTED = PLANNED.plusSeconds(3_600);
    private static final UUID SEAL = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);

    private final Transito transito = new Transito(values(SEAL, EXPECTED), PLANNED);

    @Test
    void getsUnderAnotherSealBeforeItLeaves() {
        transito.change(values(OTHER, null));
        assertThat(transito.precintoId()).isEqualTo(OTHER);
    }

    @ParameterizedTest
    @EnumSource(TransitoStep.class)
    void staysUnderItsSealAfterwards(TransitoStep last) {
        if (last == TransitoStep.COMPLETE) {
            transito.take(TransitoStep.START, PLANNED);
        }
        transito.take(last, PLANNED);

        assertThatThrownBy(() -> transito.change(values(OTHER, EXPECTED)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.CONFLICT));
        assertThat(transito.precintoId()).isEqualTo(SEAL);
        transito.change(values(SEAL, null));
        assertThat(transito.view().expectedAt()).isNull();
    }

    @Test
    void isDelayedFromTheMomentItWasExpectedUntilThatIsTold() {
        assertThat(transito.isDelayed(EXPECTED)).as("not on its way").isFalse();
        transito.take(TransitoStep.START, PLANNED);
        assertThat(transito.isDelayed(EXPECTED.minusNanos(1_000))).isFalse();
        assertThat(transito.isDelayed(EXPECTED)).isTrue();
        transito.tellDelay();
        assertThat(transito.isDelayed(EXPECTED.plusSeconds(1))).isFalse();

        transito.change(values(SEAL, EXPECTED.plusSeconds(60)));
        assertThat(transito.isDelayed(EXPECTED.plusSeconds(59))).isFalse();
        assertThat(transito.isDelayed(EXPECTED.plusSeconds(60))).isTrue();
        transito.take(TransitoStep.COMPLETE, EXPECTED.plusSeconds(61));
        assertThat(transito.isDelayed(EXPECTED.plusSeconds(62))).isFalse();
    }

    @Test
    void oneNobodyWaitsForIsNeverDelayed() {
        transito.change(values(SEAL, null));
        transito.take(TransitoStep.START, PLANNED);
        assertThat(transito.isDelayed(Instant.MAX)).isFalse();
    }

    private static TransitoValues values(UUID seal, Instant expectedAt) {
        return new TransitoValues("T-1", seal, "Quito", "Manta", "ABC-123", expectedAt, null);
    }
}
