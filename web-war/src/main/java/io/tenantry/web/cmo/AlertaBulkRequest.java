package io.tenantry.web.cmo;

import io.tenantry.cmo.alerta.AlertaStep;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/** A step that is taken with many alerts. */
public record AlertaBulkRequest(
        @NotNull Action action,
        @NotNull @Size(min = 1, max = 200) List<@NotNull UUID> ids) {

    /** Named as in the API. */
    public enum Action {
        acknowledge(AlertaStep.ACKNOWLEDGE),
        resolve(AlertaStep.RESOLVE);

        private final AlertaStep step;

        Action(AlertaStep step) {
            this.step = step;
        }

        AlertaStep step() {
            return step;
        }
    }
}
