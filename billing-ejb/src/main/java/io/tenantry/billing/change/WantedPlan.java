package io.tenantry.billing.change;

/**
 * Another plan for a tenant.
 *
 * @param plan code
 * @param version {@code null} for the newest on offer
 * @param force whether also if the tenant holds more than it may then
 * @param cheaper whether at once also if it costs less; what is left of the old price becomes credit
 */
public record WantedPlan(String plan, Integer version, boolean force, boolean cheaper) {

    /** What a tenant may want by itself. */
    public static WantedPlan of(String plan) {
        return new WantedPlan(plan, null, false, false);
    }
}
