package io.tenantry.billing.change.internal;

import io.tenantry.billing.invoicing.Charged;
import io.tenantry.billing.subscription.Period;
import io.tenantry.billing.subscription.SubscriptionStatus;
import io.tenantry.billing.subscription.TenantBilling;
import io.tenantry.platform.money.Money;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.tenant.plan.TenantPlan;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/**
 * From one plan to another within a period.
 *
 * @param day on which it happens
 */
public record PlanStep(TenantBilling subscription, TenantPlan before, TenantPlan after, LocalDate day) {

    public boolean isNone() {
        return before.id().equals(after.id());
    }

    /**
     * In a trial nothing is paid for, so nothing has to fit.
     *
     * @param cheaper whether it may cost less
     * @throws ProblemException {@code conflict} if it has to wait for the end of the period
     */
    public void requirePossibleNow(boolean cheaper) {
        if (subscription.status() == SubscriptionStatus.TRIAL || isNone()) {
            return;
        }
        requireSameCurrency();
        if (!before.interval().equals(after.interval())) {
            throw ProblemException.conflict("billing.plan-other-interval");
        }
        if (!cheaper && after.price().compareTo(before.price()) < 0) {
            throw ProblemException.conflict("billing.plan-cheaper");
        }
    }

    /** @throws ProblemException {@code conflict} for another currency: usage and base price are on one invoice */
    public void requirePossibleLater() {
        if (subscription.status() != SubscriptionStatus.TRIAL) {
            requireSameCurrency();
        }
    }

    private void requireSameCurrency() {
        if (!before.currency().equals(after.currency())) {
            throw ProblemException.conflict("billing.plan-other-currency", after.currency());
        }
    }

    /**
     * What is charged for the days that are left; nothing if their base price has not been billed.
     *
     * @param billed what was billed for the days of a cycle
     */
    public Optional<Charged.Change> charged(Function<Period, PaidBase> billed) {
        if (!isPaid() || isNone()) {
            return Optional.empty();
        }
        Period cycle = subscription.baseCycle(before.interval().equals("year"), day);
        Period rest = new Period(day, subscription.baseUntil());
        PaidBase paid = billed.apply(cycle);
        Charged.Change change = new Charged.Change(
                before.name(), paid.of(before.price()), paid.kept(), after.name(), after.price(), rest, cycle);
        return Optional.of(change).filter(PlanStep::isSomething);
    }

    private boolean isPaid() {
        return switch (subscription.status()) {
            case TRIAL, CANCELLED -> false;
            case ACTIVE, PAST_DUE, SUSPENDED -> subscription.baseUntil().isAfter(day);
        };
    }

    private static boolean isSomething(Charged.Change change) {
        Money zero = Money.zero(change.after().currency());
        return !change.lines(zero.currency()).stream()
                .map(line -> line.amount())
                .reduce(zero, Money::plus)
                .isZero();
    }
}
