package io.tenantry.cmo.alerta;

/** Named as in the API and the database. */
public enum AlertaType {
    tamper(AlertaSeverity.critical),
    lowBattery(AlertaSeverity.low),
    geofence(AlertaSeverity.high),
    delay(AlertaSeverity.medium),
    signalLost(AlertaSeverity.high);

    private final AlertaSeverity severity;

    AlertaType(AlertaSeverity severity) {
        this.severity = severity;
    }

    /** Of an alert that nobody has judged yet. */
    public AlertaSeverity severity() {
        return severity;
    }
}
