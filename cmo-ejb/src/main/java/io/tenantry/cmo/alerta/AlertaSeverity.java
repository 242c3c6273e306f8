package io.tenantry.cmo.alerta;

/** Named as in the API and the database. */
public enum AlertaSeverity {
    low,
    medium,
    high,
    critical
}
