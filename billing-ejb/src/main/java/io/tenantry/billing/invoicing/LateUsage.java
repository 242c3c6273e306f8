package io.tenantry.billing.invoicing;

import io.tenantry.billing.invoicing.internal.PlanTerms;
import io.tenantry.billing.invoicing.internal.Subscriber;
import io.tenantry.billing.invoicing.internal.Subscriber.Billed;
import io.tenantry.billing.subscription.Period;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Usage that came after its period was closed: its period is priced again, and the difference is due now. Only what is
 * consumed comes late.
 */
final class LateUsage {

    private LateUsage() {}

    /** What was priced then, priced anew. */
    static List<PricedUsage> repriced(Subscriber subscriber, Function<UUID, PlanTerms> plans) {
        Map<Billed, BigDecimal> quantities = new LinkedHashMap<>();
        subscriber.late().stream()
                .filter(late -> late.billed() != null)
                .forEach(late -> quantities.merge(late.billed(), late.quantity(), BigDecimal::add));
        return quantities.entrySet().stream()
                .map(entry -> repriced(
                        entry.getKey(),
                        entry.getValue(),
                        plans.apply(entry.getKey().plan())))
                .toList();
    }

    private static PricedUsage repriced(Billed billed, BigDecimal quantity, PlanTerms plan) {
        Period cycle = new Period(billed.days().start(), billed.days().start().plusDays(billed.cycleDays()));
        Charged.Usage before = new Charged.Usage(
                billed.resource(),
                billed.used(),
                billed.included(),
                plan.metered(billed.resource()).charge(),
                billed.days(),
                cycle,
                false);
        Charged.Usage now = new Charged.Usage(
                before.resource(),
                before.used().add(quantity),
                before.included(),
                before.charge(),
                before.period(),
                before.cycle(),
                before.held());
        return new PricedUsage(now, plan.id(), before);
    }

    /** What was not priced then counts as usage of today, by resource; days before the first that is paid for are free. */
    static Map<String, BigDecimal> unpriced(Subscriber subscriber) {
        Map<String, BigDecimal> quantities = new LinkedHashMap<>();
        subscriber.late().stream()
                .filter(late -> late.billed() == null && !late.day().isBefore(subscriber.anchor()))
                .forEach(late -> quantities.merge(late.resource(), late.quantity(), BigDecimal::add));
        return quantities;
    }
}
