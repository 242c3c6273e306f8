package io.tenantry.cmo.precinto;

/** Named as in the API and the database. */
public enum PrecintoStatus {
    available,
    armed,
    tampered,
    retired;

    /** Whether people may change it so: arming is for transits, and that it was tampered with is what a seal reports. */
    boolean maySetTo(PrecintoStatus next) {
        return this == next
                || switch (this) {
                    case available -> next == retired;
                    case retired -> next == available;
                    case tampered -> next == available || next == retired;
                    case armed -> false;
                };
    }
}
