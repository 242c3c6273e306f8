package io.tenantry.cmo.transito;

import static io.tenantry.cmo.transito.TransitoStatus.cancelled;
import static io.tenantry.cmo.transito.TransitoStatus.completed;
import static io.tenantry.cmo.transito.TransitoStatus.inProgress;
import static io.tenantry.cmo.transito.TransitoStatus.planned;

import java.util.Set;

/** A step in the life of a transit: from which states it may be taken, and where it leads. */
public enum TransitoStep {
    START(Set.of(planned), inProgress, "started"),
    COMPLETE(Set.of(inProgress), completed, "completed"),
    CANCEL(Set.of(planned, inProgress), cancelled, "cancelled");

    private final Set<TransitoStatus> from;
    private final TransitoStatus to;
    private final String action;

    TransitoStep(Set<TransitoStatus> from, TransitoStatus to, String action) {
        this.from = from;
        this.to = to;
        this.action = action;
    }

    boolean isAllowedFrom(TransitoStatus status) {
        return from.contains(status);
    }

    TransitoStatus to() {
        return to;
    }

    /** As the activity log names it. */
    String action() {
        return "transito." + action;
    }
}
