package io.tenantry.billing.invoicing;

import io.tenantry.billing.invoicing.internal.BrokenRule;
import io.tenantry.billing.invoicing.internal.PlanTerms;
import io.tenantry.billing.invoicing.internal.Subscriber;
import io.tenantry.billing.invoicing.internal.UsedQuantities;
import io.tenantry.billing.subscription.Period;
import io.tenantry.platform.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * What falls due where one usage period ends and the next one begins: the usage of the one, the base price of the other.
 * The invoice run and the estimate both take it from here.
 *
 * @param plan in force from then on
 * @param opened the period that begins; the open one, if only its base price is due
 * @param anchor with which the years of the base price begin
 * @param baseUntil up to when the base price is billed then
 * @param minimum goes with the base price
 */
record Turn(
        Subscriber subscriber,
        InvoiceKind kind,
        PlanTerms plan,
        Period opened,
        LocalDate anchor,
        LocalDate baseUntil,
        List<Charged> charged,
        Money minimum,
        List<PricedUsage> usage) {

    /**
     * @param day that has begun
     * @throws BrokenRule, {@link io.tenantry.billing.pricing.InvalidPricing}
     */
    static Turn of(Subscriber subscriber, LocalDate day, Function<UUID, PlanTerms> plans, UsedQuantities used) {
        boolean ends = !day.isBefore(subscriber.period().end());
        Period opened = ends ? opened(subscriber) : subscriber.period();
        boolean baseDue = !subscriber.baseUntil().isAfter(opened.start());
        boolean isLast = ends && baseDue && subscriber.cancelled();
        boolean changes = baseDue && !isLast && subscriber.nextPlan().isPresent();
        PlanTerms plan = plans.apply(changes ? subscriber.nextPlan().get() : subscriber.plan());

        boolean otherInterval = plan.yearly() != plans.apply(subscriber.plan()).yearly();
        LocalDate anchor = otherInterval ? opened.start() : subscriber.anchor();

        List<PricedUsage> usage = ends ? usage(subscriber, plans, used) : List.of();
        List<PricedUsage> late = LateUsage.repriced(subscriber, plans);
        List<Charged> charged = new ArrayList<>();
        usage.forEach(priced -> charged.add(priced.usage()));
        Money minimum = Money.zero(plan.currency());
        LocalDate baseUntil = subscriber.baseUntil();
        if (baseDue && !isLast && subscriber.open()) {
            Period cycle = plan.yearly()
                    ? subscriber.day().yearOf(opened.start(), anchor)
                    : subscriber.day().monthOf(opened.start());
            Period billed = new Period(opened.start(), cycle.end());
            charged.add(new Charged.Base(plan.name(), plan.price(), billed, cycle));
            minimum = Share.of(plan.minimum(), billed, cycle);
            baseUntil = cycle.end();
        }
        late.forEach(priced -> charged.add(new Charged.Late(priced.before(), priced.usage())));

        List<PricedUsage> all = new ArrayList<>(usage);
        all.addAll(late);
        requireOneCurrency(plan, all, plans);
        InvoiceKind kind = isLast ? InvoiceKind.FINAL : InvoiceKind.PERIOD;
        return new Turn(subscriber, kind, plan, opened, anchor, baseUntil, charged, minimum, all);
    }

    /** The days that the invoice names. */
    Period period() {
        return isLast() ? subscriber.period() : opened;
    }

    boolean isLast() {
        return kind == InvoiceKind.FINAL;
    }

    /** Whether a period ends, and not only the first one begins. */
    boolean endsPeriod() {
        return !opened.equals(subscriber.period());
    }

    /** Late usage whose turn this is: usage that was never priced waits for the end of a period. */
    List<UUID> settled() {
        return subscriber.late().stream()
                .filter(late -> endsPeriod() || late.billed() != null)
                .map(Subscriber.Late::id)
                .toList();
    }

    /** After a change of the billing day, what is left of the month. */
    private static Period opened(Subscriber subscriber) {
        LocalDate start = subscriber.period().end();
        return new Period(start, subscriber.day().monthOf(start).end());
    }

    private static List<PricedUsage> usage(
            Subscriber subscriber, Function<UUID, PlanTerms> plans, UsedQuantities used) {
        Map<String, BigDecimal> late = LateUsage.unpriced(subscriber);
        List<PricedUsage> usage = new ArrayList<>();
        for (Subscriber.Segment part : subscriber.parts()) {
            boolean present = part.days().end().equals(subscriber.period().end());
            for (PlanTerms.Metered metered : plans.apply(part.plan()).metered()) {
                BigDecimal more = present ? late.getOrDefault(metered.resource(), BigDecimal.ZERO) : BigDecimal.ZERO;
                Charged.Usage priced = new Charged.Usage(
                        metered.resource(),
                        used.of(subscriber.tenant(), part.days().start(), metered)
                                .add(more),
                        subscriber.overrides().getOrDefault(metered.resource(), metered.included()),
                        metered.charge(),
                        part.days(),
                        subscriber.day().monthOf(part.days().start()),
                        used.held(subscriber.tenant(), part.days().start(), metered));
                usage.add(new PricedUsage(priced, part.plan(), null));
            }
        }
        return usage;
    }

    /** Charges are in the currency of their plan. */
    private static void requireOneCurrency(PlanTerms plan, List<PricedUsage> usage, Function<UUID, PlanTerms> plans) {
        boolean differs = usage.stream()
                .anyMatch(priced -> !plans.apply(priced.plan()).currency().equals(plan.currency()));
        if (differs) {
            throw new BrokenRule("currency-differs");
        }
    }
}
