package io.tenantry.billing.invoicing.internal;

import io.tenantry.billing.subscription.BillingDay;
import io.tenantry.billing.subscription.Period;
import io.tenantry.billing.subscription.SubscriptionStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A subscription with what its next invoice is made of, apart from what was used.
 *
 * @param open whether the tenant works; one that is suspended or closing pays no base price
 * @param period the open usage period
 * @param segmentStart since when the plan has been in force in it
 * @param baseUntil up to when the base price has been billed
 * @param nextPlan taken when the base price is next due
 * @param cancelled whether the subscription ends then
 * @param segments the parts of the period before, with the plans that were in force
 * @param overrides what is included of resources, whatever the plan says
 * @param late usage that came after its period had been closed
 */
public record Subscriber(
        UUID tenant,
        boolean open,
        BillingDay day,
        LocalDate anchor,
        Period period,
        LocalDate segmentStart,
        LocalDate baseUntil,
        UUID plan,
        Optional<UUID> nextPlan,
        boolean cancelled,
        List<Segment> segments,
        Map<String, BigDecimal> overrides,
        List<Late> late) {

    /** Days in which a plan was in force. */
    public record Segment(UUID plan, Period days) {}

    /** @param billed how its day was priced; {@code null} if it was not */
    public record Late(UUID id, String resource, LocalDate day, BigDecimal quantity, Billed billed) {}

    /**
     * Usage that was priced.
     *
     * @param cycleDays days of the whole month that the days are of
     * @param included in the whole month
     */
    public record Billed(
            String resource, UUID plan, Period days, int cycleDays, BigDecimal used, BigDecimal included) {}

    /** @throws BrokenRule */
    public static Subscriber of(Row row) {
        SubscriptionStatus status = SubscriptionStatus.of(row.text("status"));
        Map<String, BigDecimal> overrides = new HashMap<>();
        row.rows("overrides").forEach(o -> overrides.put(o.text("resource"), o.decimal("included")));
        return new Subscriber(
                row.id("tenant"),
                row.is("open") && status != SubscriptionStatus.SUSPENDED,
                new BillingDay(row.number("day")),
                row.day("anchor"),
                row.period(),
                row.day("segment"),
                row.day("base"),
                row.id("plan"),
                Optional.ofNullable(row.id("next")),
                row.is("cancelled"),
                row.rows("segments").stream()
                        .map(segment -> new Segment(segment.id("plan"), segment.period()))
                        .toList(),
                overrides,
                row.rows("late").stream().map(Subscriber::late).toList());
    }

    private static Late late(Row row) {
        Row billed = row.row("billed");
        return new Late(
                row.id("id"),
                row.text("resource"),
                row.day("day"),
                row.decimal("quantity"),
                billed == null
                        ? null
                        : new Billed(
                                row.text("resource"),
                                billed.id("plan"),
                                billed.period(),
                                billed.number("cycle"),
                                billed.decimal("used"),
                                billed.decimal("included")));
    }

    /** All parts of the period, the last one under the present plan. */
    public List<Segment> parts() {
        List<Segment> parts = new ArrayList<>(segments);
        if (segmentStart.isBefore(period.end())) {
            parts.add(new Segment(plan, new Period(segmentStart, period.end())));
        }
        return parts;
    }

    /** As it will be when its trial has ended: nothing was used, and the first base price is due. */
    public Subscriber afterTrial() {
        LocalDate start = period.end();
        return new Subscriber(
                tenant,
                open,
                day,
                start,
                new Period(start, day.monthOf(start).end()),
                start,
                start,
                plan,
                nextPlan,
                cancelled,
                List.of(),
                overrides,
                List.of());
    }

    /** The plans that its next invoice may need. */
    public List<UUID> plans() {
        List<UUID> plans = new ArrayList<>();
        plans.add(plan);
        nextPlan.ifPresent(plans::add);
        segments.forEach(segment -> plans.add(segment.plan()));
        late.stream()
                .filter(l -> l.billed() != null)
                .forEach(l -> plans.add(l.billed().plan()));
        return plans;
    }
}
