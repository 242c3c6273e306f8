package io.tenantry.billing.dunning;

/**
 * A step of dunning.
 *
 * @param day days after the one on which the invoice was due
 */
public record DunningStep(int day, DunningAction action) {

    /** By which it is known that it was done. */
    public String code() {
        return action.name() + "-" + day;
    }
}
