package io.tenantry.cmo.precinto;

/** Named as in the API and the database. */
public enum PrecintoStatus {
    available,
    armed,
    tampered,
    retired
}
