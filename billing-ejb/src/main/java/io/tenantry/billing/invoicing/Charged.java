package io.tenantry.billing.invoicing;

import io.tenantry.billing.pricing.Charge;
import io.tenantry.billing.pricing.ChargeCalculator;
import io.tenantry.billing.pricing.PricedCharge;
import io.tenantry.billing.subscription.Period;
import io.tenantry.platform.money.Money;
import io.tenantry.platform.money.Rounding;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;

/** Something to be invoiced; each knows its lines. */
public sealed interface Charged {

    /** The lines, in order; none if nothing is due. */
    List<DraftLine> lines(Currency currency);

    /**
     * A resource's usage, in arrears.
     *
     * @param used in the days of {@code period}
     * @param included by the plan in a whole cycle
     * @param period a cycle, or the part of it in which the plan was in force
     * @param cycle the whole month that contains them
     * @param held whether it is held, and not consumed: a part of a cycle then includes as much as the whole, and costs
     *     its share by days; of what is consumed it includes its share
     */
    record Usage(
            String resource,
            BigDecimal used,
            BigDecimal included,
            Charge charge,
            Period period,
            Period cycle,
            boolean held)
            implements Charged {

        /** What these days include: exact, since a fraction of nine decimals times a whole number is. */
        public BigDecimal share() {
            return held ? included : included.multiply(fraction());
        }

        /** What is due beyond it. */
        public BigDecimal overage() {
            return used.subtract(share()).max(BigDecimal.ZERO);
        }

        PricedCharge price(Currency currency) {
            PricedCharge priced = ChargeCalculator.price(charge, overage(), currency);
            return held ? priced.share(fraction()) : priced;
        }

        private BigDecimal fraction() {
            return period.equals(cycle) ? BigDecimal.ONE : Rounding.fraction(period.days(), cycle.days());
        }

        @Override
        public List<DraftLine> lines(Currency currency) {
            if (overage().signum() == 0) {
                return List.of();
            }
            PricedCharge priced = price(currency);
            BigDecimal unitPrice =
                    priced.lines().size() == 1 ? priced.lines().get(0).unitPrice() : null;
            return List.of(new DraftLine(
                    LineKind.OVERAGE,
                    Description.of("overage", resource),
                    resource,
                    held ? overage().multiply(fraction()) : overage(),
                    unitPrice,
                    priced.amount(),
                    period,
                    priced.lines()));
        }
    }

    /**
     * A plan's price, in advance.
     *
     * @param price of the whole cycle
     * @param period the cycle, or its days that are billed
     */
    record Base(String plan, Money price, Period period, Period cycle) implements Charged {

        @Override
        public List<DraftLine> lines(Currency currency) {
            Money due = Share.of(price, period, cycle);
            return due.isZero()
                    ? List.of()
                    : List.of(DraftLine.priced(LineKind.BASE, Description.of("base", plan), due, period));
        }
    }

    /**
     * A change of plan within a cycle whose base price has been billed.
     *
     * @param before price of the plan that is left, after the discounts with which it was billed
     * @param paid what was really billed for the cycle under it and kept, net; no more than this is given back
     * @param after price of the plan that is taken
     * @param rest the days from the change to the end of the cycle
     */
    record Change(String left, Money before, Money paid, String taken, Money after, Period rest, Period cycle)
            implements Charged {

        @Override
        public List<DraftLine> lines(Currency currency) {
            Money unused = Share.of(before, rest, cycle);
            Money back = unused.compareTo(paid) > 0 ? paid : unused;
            Money due = Share.of(after, rest, cycle);
            return Stream.of(
                            DraftLine.priced(LineKind.PRORATION, Description.of("unused", left), back.negated(), rest),
                            DraftLine.priced(LineKind.PRORATION, Description.of("rest", taken), due, rest))
                    .filter(line -> !line.amount().isZero())
                    .toList();
        }
    }

    /**
     * Usage that came after its days were invoiced.
     *
     * @param billed as it was priced then
     * @param now with what came since
     */
    record Late(Usage billed, Usage now) implements Charged {

        @Override
        public List<DraftLine> lines(Currency currency) {
            Money difference =
                    now.price(currency).amount().minus(billed.price(currency).amount());
            return difference.isZero()
                    ? List.of()
                    : List.of(new DraftLine(
                            LineKind.ADJUSTMENT,
                            Description.of("late", now.resource()),
                            now.resource(),
                            now.overage().subtract(billed.overage()),
                            null,
                            difference,
                            now.period(),
                            List.of()));
        }
    }
}
