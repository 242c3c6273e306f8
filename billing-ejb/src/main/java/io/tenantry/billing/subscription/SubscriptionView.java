package io.tenantry.billing.subscription;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A tenant's subscription.
 *
 * @param status where it stands in its life
 * @param period the current one, in which usage is counted; in a trial, the trial
 * @param billingDay day of the month on which periods begin, in shorter months the last
 * @param renewsOn when the base price is next due, and {@code nextPlan} or the cancellation comes into force
 * @param nextPlan the one that is taken then, or {@code null}
 * @param nextInvoiceOn when there is next something to invoice, as far as is known, or {@code null}
 */
public record SubscriptionView(
        String plan,
        int planVersion,
        String status,
        Period period,
        Instant trialEndsAt,
        int billingDay,
        String currency,
        LocalDate renewsOn,
        NextPlan nextPlan,
        boolean cancelAtPeriodEnd,
        LocalDate nextInvoiceOn,
        long version) {

    /** A version of a plan. */
    public record NextPlan(String plan, int version) {}
}
