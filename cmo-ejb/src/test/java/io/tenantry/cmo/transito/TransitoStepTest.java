package io.tenantry.cmo.transito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.text.Text;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransitoStepTest {

    private static final Instant PLANNED = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant STARTED = PLANNED.plusSeconds(3_600);
    private static final Instant TAKEN = PLANNED.plusSeconds(7_200);

    @ParameterizedTest
    @CsvSource({
        "planned, START, inProgress",
        "planned, COMPLETE,",
        "planned, CANCEL, cancelled",
        "inProgress, START,",
        "inProgress, COMPLETE, completed",
        "inProgress, CANCEL, cancelled",
        "completed, START,",
        "completed, COMPLETE,",
        "completed, CANCEL,",
        "cancelled, START,",
        "cancelled, COMPLETE,",
        "cancelled, CANCEL,"
    })
    void leadsOnOrIsRefused(TransitoStatus from, TransitoStep step, TransitoStatus to) {
        Transito transito = in(from);
        TransitoView before = transito.view();

        if (to == null) {
            assertThatThrownBy(() -> transito.take(step, TAKEN))
                    .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                    .extracting(ProblemException::detail)
                    .isEqualTo(Text.of("cmo.transito-is." + from.name()));
            assertThat(transito.view()).isEqualTo(before);
        } else {
            transito.take(step, TAKEN);
            assertThat(transito.view().status()).isEqualTo(to);
        }
    }

    @ParameterizedTest
    @CsvSource({"planned, START, true, false", "inProgress, COMPLETE, false, true", "planned, CANCEL, false, true"})
    void notesWhenItWasTaken(TransitoStatus from, TransitoStep step, boolean started, boolean ended) {
        Transito transito = in(from);
        transito.take(step, TAKEN);

        assertThat(Optional.ofNullable(transito.view().startedAt())
                        .filter(TAKEN::equals)
                        .isPresent())
                .isEqualTo(started);
        assertThat(Optional.ofNullable(transito.view().endedAt())
                        .filter(TAKEN::equals)
                        .isPresent())
                .isEqualTo(ended);
    }

    private static Transito in(TransitoStatus status) {
        Transito transito = new Transito(
                new TransitoValues("T-1", new UUID(0, 1), "Quito", "Manta", "ABC-123", null, null), PLANNED);
        if (status == TransitoStatus.inProgress || status == TransitoStatus.completed) {
            transito.take(TransitoStep.START, STARTED);
        }
        if (status == TransitoStatus.completed) {
            transito.take(TransitoStep.COMPLETE, STARTED);
        }
        if (status == TransitoStatus.cancelled) {
            transito.take(TransitoStep.CANCEL, STARTED);
        }
        assertThat(transito.view().status()).isEqualTo(status);
        return transito;
    }
}
