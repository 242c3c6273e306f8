package io.tenantry.cmo.alerta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.text.Text;
import java.time.Instant;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertaStepTest {

    private static final Instant TAKEN = Instant.parse("2026-03-01T11:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "open, ACKNOWLEDGE, acknowledged",
        "open, RESOLVE, resolved",
        "acknowledged, ACKNOWLEDGE,",
        "acknowledged, RESOLVE, resolved",
        "resolved, ACKNOWLEDGE,",
        "resolved, RESOLVE,"
    })
    void leadsOnOrIsRefused(AlertaStatus from, AlertaStep step, AlertaStatus to) {
        Alerta alerta = in(from);

        if (to == null) {
            assertThatThrownBy(() -> alerta.take(step, "somebody", TAKEN, null))
                    .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                    .extracting(ProblemException::detail)
                    .isEqualTo(Text.of("cmo.alerta-is." + from.name()));
            assertThat(alerta.view().status()).isEqualTo(from);
        } else {
            alerta.take(step, "somebody", TAKEN, null);
            assertThat(alerta.view().status()).isEqualTo(to);
        }
    }

    private static Alerta in(AlertaStatus status) {
        AlertaValues values = new AlertaValues(
                new UUID(0, 1), null, AlertaType.tamper, AlertaSeverity.high, "The seal was cut.", null);
        Alerta alerta = new Alerta(values, Instant.parse("2026-03-01T10:00:00Z"));
        switch (status) {
            case acknowledged -> alerta.take(AlertaStep.ACKNOWLEDGE, "somebody", TAKEN, null);
            case resolved -> alerta.take(AlertaStep.RESOLVE, "somebody", TAKEN, null);
            default -> assertThat(alerta.view().status()).isEqualTo(AlertaStatus.open);
        }
        return alerta;
    }
}
