package io.tenantry.cmo.transito;

/** Named as in the API and the database. */
public enum TransitoStatus {
    planned,
    inProgress,
    completed,
    cancelled
}
