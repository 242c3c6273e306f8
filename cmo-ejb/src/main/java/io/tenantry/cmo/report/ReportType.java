package io.tenantry.cmo.report;

import io.tenantry.cmo.alerta.AlertaType;
import java.util.Optional;

/** Named as in the API. */
public enum ReportType {
    tamper(AlertaType.tamper, true),
    lowBattery(AlertaType.lowBattery, true),
    geofence(AlertaType.geofence, true),
    /** Told by who waits for the seal. */
    delay(AlertaType.delay, false),
    /** Told by who no longer hears it. */
    signalLost(AlertaType.signalLost, false),
    /** Nothing but a sign of life. */
    position(null, true);

    private final AlertaType alert;
    private final boolean seen;

    ReportType(AlertaType alert, boolean seen) {
        this.alert = alert;
        this.seen = seen;
    }

    /** What it alerts of. */
    public Optional<AlertaType> alert() {
        return Optional.ofNullable(alert);
    }

    /** Whether the seal itself was heard. */
    boolean isSeen() {
        return seen;
    }
}
