package io.tenantry.cmo.alerta;

import java.util.Set;

/** A step in the life of an alert: from which states it may be taken, and where it leads. */
public enum AlertaStep {
    ACKNOWLEDGE(Set.of(AlertaStatus.open), AlertaStatus.acknowledged),
    RESOLVE(Set.of(AlertaStatus.open, AlertaStatus.acknowledged), AlertaStatus.resolved);

    private final Set<AlertaStatus> from;
    private final AlertaStatus to;

    AlertaStep(Set<AlertaStatus> from, AlertaStatus to) {
        this.from = from;
        this.to = to;
    }

    boolean isAllowedFrom(AlertaStatus status) {
        return from.contains(status);
    }

    AlertaStatus to() {
        return to;
    }

    /** As the activity log names it. */
    String action() {
        return "alerta." + to;
    }
}
