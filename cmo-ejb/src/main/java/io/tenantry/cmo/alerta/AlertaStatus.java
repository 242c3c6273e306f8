package io.tenantry.cmo.alerta;

/** Named as in the API and the database. */
public enum AlertaStatus {
    open,
    acknowledged,
    resolved
}
