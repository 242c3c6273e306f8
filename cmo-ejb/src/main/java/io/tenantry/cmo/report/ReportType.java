package io.tenantry.cmo.report;

import io.tenantry.cmo.alerta.AlertaType;
import io.tenantry.platform.text.Text;
import java.util.Optional;

/** Named as in the API. */
public enum ReportType {
    tamper(AlertaType.tamper, true, "cmo.report.tamper"),
    lowBattery(AlertaType.lowBattery, true, "cmo.report.lowBattery"),
    geofence(AlertaType.geofence, true, "cmo.report.geofence"),
    /** Told by who waits for the seal. */
    delay(AlertaType.delay, false, "cmo.report.delay"),
    /** Told by who no longer hears it. */
    signalLost(AlertaType.signalLost, false, "cmo.report.signalLost"),
    /** Nothing but a sign of life. */
    position(null, true, null);

    private final AlertaType alert;
    private final boolean seen;
    private final String key;

    ReportType(AlertaType alert, boolean seen, String key) {
        this.alert = alert;
        this.seen = seen;
        this.key = key;
    }

    /** What it alerts of. */
    public Optional<AlertaType> alert() {
        return Optional.ofNullable(alert);
    }

    /** What an alert says of a report that says no more than its type. */
    Text text() {
        return Text.of(key);
    }

    /** Whether the seal itself was heard. */
    boolean isSeen() {
        return seen;
    }
}
